import { type DraftEditor, useDraft } from '../data/draft-editor';
import { useWords } from '../data/words';

/** Danger for people: sent first, and marked for the desk. */
export function UrgencyChoice({ editor }: { editor: DraftEditor }) {
  const t = useWords();
  const urgent = useDraft(editor).words.urgency === 'urgent';
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={urgent}
        onChange={({ currentTarget }) => void editor.setWord('urgency', currentTarget.checked ? 'urgent' : '')}
      />
      <span>{t('phone.urgent')}</span>
    </label>
  );
}
