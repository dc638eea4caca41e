import { useStore } from '../data/store';
import { useWords } from '../data/words';
import { newVersion, takeNewVersion } from '../worker/keep-pages';

/** Asks before it changes the page under somebody's hands. */
export function NewVersion() {
  const t = useWords();
  if (!useStore(newVersion)) return null;
  return (
    <aside class="new-version" aria-label={t('phone.new-version')}>
      <span>{t('phone.new-version')}</span>
      <button type="button" class="btn line" onClick={takeNewVersion}>
        {t('phone.take-new-version')}
      </button>
    </aside>
  );
}
