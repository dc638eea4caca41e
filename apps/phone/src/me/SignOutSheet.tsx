import { useWords } from '../data/words';
import { Sheet } from '../ui/Sheet';

/** Says what happens to what waits, before anybody leaves. */
export function SignOutSheet({ waiting, onLeave, onClose }: { waiting: number; onLeave: () => void; onClose: () => void }) {
  const t = useWords();
  return (
    <Sheet title={t('do.sign-out')} onClose={onClose}>
      <p>{waiting > 0 ? t('phone.sign-out-waiting', { count: waiting }) : t('phone.sign-out-empty')}</p>
      <div class="two">
        <button type="button" class="btn line" onClick={onClose}>
          {t('do.cancel')}
        </button>
        <button type="button" class="btn prim" onClick={onLeave}>
          {waiting > 0 ? t('phone.sign-out-anyway') : t('do.sign-out')}
        </button>
      </div>
    </Sheet>
  );
}
