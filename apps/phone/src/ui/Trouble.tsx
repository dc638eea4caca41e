import { OfflineError } from '@wangge/api-client';
import { sentenceFor, useWords } from '../data/words';

/** Why something could not be shown. Without network that is no alarm. */
export function Trouble({ error }: { error: unknown }) {
  const t = useWords();
  if (error instanceof OfflineError) return <p class="empty muted">{t('phone.not-here-offline')}</p>;
  return (
    <p class="why" role="alert">
      {sentenceFor(error, t)}
    </p>
  );
}
