import type { PublicReceipt, PublicStatus } from '@wangge/contracts';
import { placeNameOf } from '@wangge/domain';
import { instantWords, markSvg, statusLook } from '@wangge/look';
import { useWords } from '../words';
import { RatingForm } from './RatingForm';

export interface ProgressProps {
  readonly status: PublicStatus;
  readonly receipt: PublicReceipt;
  readonly onRated: (status: PublicStatus) => void;
}

/** How far a report has come, step by step. */
export function Progress({ status, receipt, onRated }: ProgressProps) {
  const t = useWords();
  const now = new Date();
  const score = ([1, 2, 3, 4, 5] as const).find((known) => known === status.rating);
  return (
    <article class="progress">
      <p class="hint">{status.number}</p>
      <h2>{status.title}</h2>
      <StatusLine status={status.status} />
      <p class="hint">
        {[placeNameOf(status.community), status.department].filter((part) => part !== null && part !== '').join(' · ')}
        {` · ${t('report.reported-at', { time: instantWords(status.reportedAt, now, t) })}`}
      </p>
      <ol class="steps">
        {[...status.steps].reverse().map((step) => (
          <li key={`${step.at} ${step.status}`}>
            <StatusLine status={step.status} />
            <time dateTime={step.at}>{instantWords(step.at, now, t)}</time>
            {step.note && <p>{step.note}</p>}
          </li>
        ))}
      </ol>
      {score && <p>{t('report.your-rating', { score: t(`score.${score}`) })}</p>}
      {status.mayRate && <RatingForm receipt={receipt} onRated={onRated} />}
    </article>
  );
}

function StatusLine({ status }: { status: PublicStatus['status'] }) {
  const t = useWords();
  const { word, mark, ink } = statusLook(status);
  return (
    <p class="st" style={{ color: ink }}>
      {/* The shapes are our own constants. */}
      <span dangerouslySetInnerHTML={{ __html: markSvg(mark, 16) }} />
      {t(word)}
    </p>
  );
}
