import { useWords } from '../data/words';

export function Starting() {
  const t = useWords();
  return (
    <main class="centre" aria-busy="true">
      <h1 class="brand">{t('phone.title')}</h1>
      <p class="muted">{t('phone.starting')}</p>
    </main>
  );
}
