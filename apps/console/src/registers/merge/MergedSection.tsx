import type { RecordMerge, RecordView, RegisterView } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { useNow } from '../../ui/use-now';
import { useMerges } from '../duplicates/duplicate-queries';
import { UndoDialog } from './UndoDialog';

interface MergedSectionProps {
  readonly register: RegisterView;
  readonly record: RecordView;
}

/** What was merged into a record, and the way back while there is one. */
export function MergedSection({ register, record }: MergedSectionProps) {
  const t = useTexts();
  const { data } = useMerges(register.name, record.id);
  const [undoing, setUndoing] = useState<RecordMerge>();
  if (!data || data.items.length === 0) return null;
  return (
    <section className="facts merged" aria-labelledby="merged-title">
      <h2 id="merged-title">{t('console.merged')}</h2>
      <ul>
        {data.items.map((merge) => (
          <li key={merge.id}>
            <MergeLine merge={merge} />
            {register.mayMerge && merge.undoUntil !== null && (
              <button type="button" className="link" onClick={() => setUndoing(merge)}>
                {t('console.merged.undo')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {undoing && <UndoDialog register={register} record={record} merge={undoing} onClose={() => setUndoing(undefined)} />}
    </section>
  );
}

function MergeLine({ merge: { actor, at, taken, moved, undoneAt, undoUntil } }: { readonly merge: RecordMerge }) {
  const t = useTexts();
  const now = useNow();
  const line = t('console.merged.line', { actor, when: instantWords(at, now, t), taken: taken.length, moved });
  const rest =
    undoneAt !== null
      ? t('console.merged.undone', { when: instantWords(undoneAt, now, t) })
      : undoUntil !== null
        ? t('console.merged.until', { when: instantWords(undoUntil, now, t) })
        : t('console.merged.over');
  return (
    <span>
      {line} <span className="muted">{rest}</span>
    </span>
  );
}
