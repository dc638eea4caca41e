import type { PublicReceipt } from '@wangge/contracts';
import type { PreparedPhoto } from '@wangge/offline';
import { useState } from 'preact/hooks';
import { useWords } from '../words';
import { Receipt } from './Receipt';
import { ReportForm } from './ReportForm';

/** The form, and after it the receipt. */
export function ReportPage({ onReceipt }: { onReceipt: (receipt: PublicReceipt) => void }) {
  const t = useWords();
  const [sent, setSent] = useState<{ receipt: PublicReceipt; title: string; photos: readonly PreparedPhoto[] }>();
  if (sent) return <Receipt {...sent} onAnother={() => setSent(undefined)} />;
  return (
    <>
      <h1>{t('report.heading')}</h1>
      <p class="lead">{t('report.lead')}</p>
      <ReportForm
        onSent={(receipt, title, photos) => {
          onReceipt(receipt);
          setSent({ receipt, title, photos });
          scrollTo({ top: 0 });
        }}
      />
    </>
  );
}
