import { goBack } from '../app/routes';
import { type DraftEditor, useDraft } from '../data/draft-editor';
import { useWords } from '../data/words';
import { Sheet } from '../ui/Sheet';

const NAME_LETTERS = 20;

/** Names what would be lost. */
export function DiscardDraftSheet({ editor, onClose }: { editor: DraftEditor; onClose: () => void }) {
  const t = useWords();
  const { words, photos } = useDraft(editor);
  const text = (words.text ?? '').trim();
  const title = text ? t('phone.discard-title', { title: text.slice(0, NAME_LETTERS) }) : t('phone.discard-untitled');
  async function discard() {
    await editor.discard();
    goBack();
  }
  return (
    <Sheet title={title} onClose={onClose}>
      <p>{t('phone.discard-item', { count: photos.length })}</p>
      <div class="two">
        <button type="button" class="btn line" onClick={onClose}>
          {t('phone.keep')}
        </button>
        <button type="button" class="btn danger" onClick={() => void discard()}>
          {t('phone.discard')}
        </button>
      </div>
    </Sheet>
  );
}
