import { useState } from 'preact/hooks';
import { hasContent } from '@wangge/offline';
import { type DraftEditor, useDraft, useDraftEditor } from '../data/draft-editor';
import { useWords } from '../data/words';
import { Empty } from '../ui/Empty';
import { Icon } from '../ui/Icon';
import { NetLine } from '../ui/NetLine';
import { PageHead } from '../ui/PageHead';
import { PhotoPicker } from '../ui/PhotoPicker';
import { ClassChoice } from './ClassChoice';
import { DiscardDraftSheet } from './DiscardDraftSheet';
import { PlaceCard } from './PlaceCard';
import { ReportBar } from './ReportBar';
import { UrgencyChoice } from './UrgencyChoice';

const MOST_WORDS = 2000;

/** A report in twenty seconds: photo, words, send. The place comes by itself, the class from the words. */
export function ReportPage() {
  const t = useWords();
  const editor = useDraftEditor('report');
  return (
    <div class="page">
      <PageHead title={t('phone.tab-report')} back>
        {editor && <DraftKept editor={editor} />}
      </PageHead>
      <NetLine />
      {editor ? <ReportForm editor={editor} /> : <Empty text={t('phone.loading')} />}
    </div>
  );
}

function DraftKept({ editor }: { editor: DraftEditor }) {
  const t = useWords();
  if (!hasContent(useDraft(editor))) return null;
  return (
    <span class="txt">
      <Icon name="tick" />
      {t('phone.draft-kept')}
    </span>
  );
}

function ReportForm({ editor }: { editor: DraftEditor }) {
  const t = useWords();
  const draft = useDraft(editor);
  const [discarding, setDiscarding] = useState(false);
  return (
    <>
      <main class="scroll pad form">
        <PhotoPicker editor={editor} />
        <section class="card">
          <textarea
            class="say"
            rows={2}
            maxLength={MOST_WORDS}
            aria-label={t('phone.what')}
            placeholder={t('phone.what-hint')}
            value={draft.words.text ?? ''}
            onInput={({ currentTarget }) => void editor.setWord('text', currentTarget.value)}
          />
          <ClassChoice editor={editor} />
          <UrgencyChoice editor={editor} />
        </section>
        <PlaceCard editor={editor} />
        {hasContent(draft) && (
          <button type="button" class="btn danger wide" onClick={() => setDiscarding(true)}>
            {t('phone.discard-draft')}
          </button>
        )}
      </main>
      <ReportBar editor={editor} />
      {discarding && <DiscardDraftSheet editor={editor} onClose={() => setDiscarding(false)} />}
    </>
  );
}
