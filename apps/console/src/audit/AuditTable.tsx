import type { AuditEntryView } from '@wangge/contracts';
import { localTime, monthDay } from '@wangge/look';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { actionWords, detailWords, subjectWords } from './audit-words';

interface AuditTableProps {
  readonly entries: readonly AuditEntryView[];
  readonly busy: boolean;
  readonly onOpen: (entry: AuditEntryView) => void;
}

const SHOWN_DETAILS = 3;

/** The trail as rows, newest first; a row opens to all that is kept of it. */
export function AuditTable({ entries, busy, onOpen }: AuditTableProps) {
  const t = useTexts();
  const labelOf = useLabel();
  return (
    <div className={busy ? 'table-frame busy' : 'table-frame'}>
      <table className="event-table audit-table">
        <caption className="visually-hidden">{t('console.audit')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('audit.column.at')}</th>
            <th scope="col">{t('audit.column.actor')}</th>
            <th scope="col">{t('audit.column.action')}</th>
            <th scope="col">{t('audit.column.subject')}</th>
            <th scope="col">{t('audit.column.details')}</th>
            <th scope="col">{t('audit.column.link')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.position}>
              <td>
                <time dateTime={entry.at}>{writtenOut(entry.at)}</time>
              </td>
              <td>{entry.actor || <span className="muted">{t('console.audit.nobody')}</span>}</td>
              <td>
                <button type="button" className="link" onClick={() => onOpen(entry)}>
                  {actionWords(entry.action, t)}
                </button>
              </td>
              <td>{subjectWords(entry, t, labelOf)}</td>
              <td className="muted">
                {detailWords(entry, t, labelOf)
                  .slice(0, SHOWN_DETAILS)
                  .map(({ term, text }) => `${term} ${text}`)
                  .join(' · ')}
              </td>
              <td className="muted">{entry.link ?? t('console.audit.unsealed')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** An auditor compares moments: the day is always there, and the seconds. */
export function writtenOut(instant: string): string {
  const at = localTime(instant);
  const seconds = String(new Date(instant).getUTCSeconds()).padStart(2, '0');
  return `${at.year}-${monthDay(at)} ${at.clock}:${seconds}`;
}
