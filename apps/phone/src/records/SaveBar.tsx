import { useWords } from '../data/words';
import { Icon } from '../ui/Icon';

/** The foot of a form: why it cannot be saved yet, and the button. */
export function SaveBar({ trouble, text, onSave }: { trouble: string; text: string; onSave: () => void }) {
  const t = useWords();
  return (
    <footer class="act">
      {trouble && (
        <p class="why" role="alert">
          {trouble}
        </p>
      )}
      <p>{t('phone.send-hint')}</p>
      <button type="button" class="btn prim big wide" onClick={onSave}>
        <Icon name="send" />
        {text}
      </button>
    </footer>
  );
}
