import type { EventView } from '@wangge/contracts';
import { limitWords, localTime, monthDay, placePath } from '@wangge/look';
import { useTexts } from '../../i18n/use-texts';
import { useNow } from '../../ui/use-now';

/** 处置单: seen only on paper, black on white A4, with room for the stamp. */
export function HandlingSlip({ event }: { readonly event: EventView }) {
  const t = useTexts();
  const now = useNow();
  const { condition, names } = event;
  const dueAt = event.handlingClock?.dueAt;
  const rows: readonly (readonly [string, string])[] = [
    [t('field.number'), event.number],
    [t('field.title'), event.title],
    [t('console.column.area'), placePath(names).join(' / ')],
    [t('field.place'), event.place],
    [t('field.classCode'), [event.className, event.classCode].filter(Boolean).join(' ')],
    [t('field.description'), event.description],
    [
      t('field.conditionId'),
      condition ? `${condition.filing}${t('why.comma')}${limitWords(condition.limit.minutes, condition.limit.basis, t)}` : '',
    ],
    [t('console.closing-condition'), condition?.closing ?? ''],
    [t('console.reported-at'), writtenOut(event.reportedAt)],
    [t('console.due-at'), dueAt ? writtenOut(dueAt) : ''],
    [t('field.departmentId'), event.departmentName ?? ''],
    [t('console.slip.result'), ''],
  ];
  return (
    <div className="slip" aria-hidden="true">
      <h1>{t('console.slip')}</h1>
      <table>
        <tbody>
          {rows.map(([term, text]) => (
            <tr key={term}>
              <th>{term}</th>
              <td className={text === '' ? 'write' : undefined}>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <footer>
        <span>{t('console.slip.signature')}</span>
        <span>{t('console.slip.seal')}</span>
        <span>{t('console.slip.printed', { when: writtenOut(now) })}</span>
      </footer>
    </div>
  );
}

/** Paper is read later: no "today" on it. */
function writtenOut(instant: string | Date): string {
  const at = localTime(instant);
  return `${at.year}-${monthDay(at)} ${at.clock}`;
}
