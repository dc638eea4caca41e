import { instantWords } from '@wangge/look';
import { useState } from 'preact/hooks';
import { dropReport, type KeptReport, keptReports } from '../kept-reports';
import { useWords } from '../words';

/** Reports kept in this browser. Whoever uses it next sees them too, so each can be forgotten. */
export function KeptList({ onLook }: { onLook: (report: KeptReport) => void }) {
  const t = useWords();
  const [reports, setReports] = useState(keptReports);
  if (reports.length === 0) return null;
  return (
    <section class="kept">
      <h2>{t('report.kept-heading')}</h2>
      <ul>
        {reports.map((report) => (
          <li key={report.number}>
            <button type="button" class="open" onClick={() => onLook(report)}>
              <b>{report.title}</b>
              <span>{`${report.number} · ${instantWords(report.at, new Date(), t)}`}</span>
            </button>
            <button
              type="button"
              class="btn line"
              aria-label={t('report.forget-one', { number: report.number })}
              onClick={() => {
                dropReport(report.number);
                setReports(keptReports());
              }}
            >
              {t('report.forget')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
