import type { EditionView, StandardFinding } from '@wangge/contracts';
import { bookOf } from '@wangge/domain';
import { useLocale } from 'react-admin';
import { localeOf } from '../i18n/i18n-provider';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { Notice } from '../ui/Notice';
import { findingWords } from './standard-words';

const SHOWN = 100;

interface FindingTableProps {
  readonly edition: Pick<EditionView, 'book'>;
  readonly findings: readonly StandardFinding[];
}

/** What is wrong, errors first, each with its place. */
export function FindingTable({ edition, findings }: FindingTableProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const locale = localeOf(useLocale());
  if (findings.length === 0) return <Notice kind="done">{t('console.standards.all-fine')}</Notice>;
  const { lists } = bookOf(edition.book);
  const placeOf = ({ list: name, row, column }: StandardFinding): string => {
    const list = lists.find((each) => each.name === name);
    const words = list ? labelOf(list.label) : name;
    const of = list?.columns.find((each) => each.name === column);
    const where = row === null ? words : t('console.standards.where', { list: words, row });
    return of ? `${where} · ${labelOf(of.label)}` : where;
  };
  const sorted = [...findings].sort((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'));
  return (
    <div className="table-frame">
      <table className="event-table">
        <thead>
          <tr>
            <th scope="col">{t('console.standards.state')}</th>
            <th scope="col">{t('console.standards.place')}</th>
            <th scope="col">{t('console.standards.what')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, SHOWN).map((finding, index) => (
            <tr key={`${String(index)} ${finding.rule}`}>
              <td className={`finding-${finding.level}`}>{t(`console.standards.level.${finding.level}`)}</td>
              <td>{placeOf(finding)}</td>
              <td>{findingWords(finding, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > SHOWN && <p className="muted standards-more">{t('console.standards.more', { count: sorted.length - SHOWN })}</p>}
    </div>
  );
}
