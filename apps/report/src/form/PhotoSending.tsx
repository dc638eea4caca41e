import type { PublicReceipt } from '@wangge/contracts';
import type { PreparedPhoto } from '@wangge/offline';
import { useEffect, useState } from 'preact/hooks';
import { sentenceFor, useWords } from '../words';
import { sendPhoto } from './send-report';

type State = { readonly name: 'sending' | 'sent' } | { readonly name: 'failed'; readonly error: unknown };

/** The photos follow the report, one after the other; each says where it is. */
export function PhotoSending({ receipt, photos }: { receipt: PublicReceipt; photos: readonly PreparedPhoto[] }) {
  const t = useWords();
  const [states, setStates] = useState<Readonly<Record<string, State>>>({});
  const sent = photos.filter(({ declaration }) => states[declaration.sha256]?.name === 'sent').length;
  const failed = photos.filter(({ declaration }) => states[declaration.sha256]?.name === 'failed');

  async function send(which: readonly PreparedPhoto[]) {
    for (const photo of which) {
      const put = (state: State) => setStates((before) => ({ ...before, [photo.declaration.sha256]: state }));
      put({ name: 'sending' });
      try {
        await sendPhoto(receipt, photo);
        put({ name: 'sent' });
      } catch (error) {
        put({ name: 'failed', error });
      }
    }
  }

  useEffect(() => {
    void send(photos);
  }, [receipt, photos]);

  // Leaving now would lose what is still on its way.
  useEffect(() => {
    if (sent + failed.length === photos.length) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [sent, failed.length, photos.length]);

  const first = failed[0] && states[failed[0].declaration.sha256];
  return (
    <div class="sending">
      <p role="status">
        {sent === photos.length
          ? t('report.photos-all-sent', { count: sent })
          : t('report.photos-sent', { sent, count: photos.length })}
      </p>
      {first?.name === 'failed' && (
        <>
          <p class="why" role="alert">
            {sentenceFor(first.error, t)}
          </p>
          <button type="button" class="btn line" onClick={() => void send(failed)}>
            {t('report.photos-again')}
          </button>
        </>
      )}
    </div>
  );
}
