import { useWords } from '../data/words';

/** Without storage on the device nothing could be kept, so nothing is promised. */
export function Broken() {
  const t = useWords();
  return (
    <main class="centre">
      <h1>{t('phone.no-storage')}</h1>
      <p>{t('phone.no-storage-why')}</p>
      <button type="button" class="btn prim" onClick={() => location.reload()}>
        {t('do.reload')}
      </button>
    </main>
  );
}
