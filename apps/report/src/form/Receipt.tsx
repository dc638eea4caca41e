import type { PublicReceipt } from '@wangge/contracts';
import type { PreparedPhoto } from '@wangge/offline';
import { useEffect, useRef, useState } from 'preact/hooks';
import { keepReport } from '../kept-reports';
import { useWords } from '../words';
import { PhotoSending } from './PhotoSending';

export interface ReceiptProps {
  readonly receipt: PublicReceipt;
  readonly title: string;
  readonly photos: readonly PreparedPhoto[];
  readonly onAnother: () => void;
}

/** From memory: an address made of the words would stand in the browser's list of downloads. */
function saveFile(name: string, words: string): void {
  const address = URL.createObjectURL(new Blob([words], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

type Done = 'copied' | 'kept' | 'not-copied' | 'not-kept';

/** Number and secret, shown this once: to be copied, saved, or kept in this browser. */
export function Receipt({ receipt, title, photos, onAnother }: ReceiptProps) {
  const t = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const [done, setDone] = useState<Done>();
  const words = t('report.receipt-words', { number: receipt.number, secret: receipt.secret });
  useEffect(() => heading.current?.focus(), []);

  async function copy() {
    try {
      await navigator.clipboard.writeText(words);
      setDone('copied');
    } catch {
      setDone('not-copied');
    }
  }
  const keep = () => setDone(keepReport({ ...receipt, title, at: new Date().toISOString() }) ? 'kept' : 'not-kept');

  return (
    <section class="receipt">
      <h1 ref={heading} tabIndex={-1}>
        {t('report.received')}
      </h1>
      <p class="lead">{t('report.received-hint')}</p>
      <dl class="key">
        <div>
          <dt>{t('field.number')}</dt>
          <dd>{receipt.number}</dd>
        </div>
        <div>
          <dt>{t('field.secret')}</dt>
          <dd>{receipt.secret}</dd>
        </div>
      </dl>
      <p class="warn">{t('report.secret-once')}</p>
      <div class="buttons">
        <button type="button" class="btn line" onClick={() => void copy()}>
          {t('report.copy')}
        </button>
        <button type="button" class="btn line" onClick={() => saveFile(`${receipt.number}.txt`, words)}>
          {t('report.save-file')}
        </button>
        <button type="button" class="btn line" onClick={keep}>
          {t('report.keep-here')}
        </button>
      </div>
      <p role="status">{done && t(`report.${done}`)}</p>
      {photos.length > 0 && <PhotoSending receipt={receipt} photos={photos} />}
      <div class="buttons">
        <a class="btn prim" href="#/follow">
          {t('report.see-progress')}
        </a>
        <button type="button" class="btn line" onClick={onAnother}>
          {t('report.another')}
        </button>
      </div>
    </section>
  );
}
