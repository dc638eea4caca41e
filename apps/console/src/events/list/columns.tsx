import type { EventRow } from '@wangge/contracts';
import { statusRule } from '@wangge/domain';
import { instantWords, placePath } from '@wangge/look';
import type { ConsoleKey, Locale } from '@wangge/texts';
import type { ReactNode } from 'react';
import { useStore } from 'react-admin';
import { Link } from 'react-router-dom';
import { useTexts } from '../../i18n/use-texts';
import { StatusWord } from '../../ui/Mark';
import { PlacePath } from '../../ui/PlacePath';
import { TimeLeft } from '../../ui/TimeLeft';
import { useNow } from '../../ui/use-now';
import { levelWord } from '../level-word';

/** A cell of the table; what it reads besides the row (time, language) it takes by hooks. */
export interface Column {
  readonly id: string;
  readonly title: ConsoleKey;
  /** Words are longer in English. */
  readonly width: Readonly<Record<Locale, number>>;
  readonly Cell: (props: { readonly row: EventRow }) => ReactNode;
  readonly sort?: 'dueAt' | 'reportedAt';
  /** Not shown until chosen. */
  readonly hidden?: boolean;
}

const COLUMNS: readonly Column[] = [
  { id: 'number', title: 'console.column.number', width: { zh: 124, en: 124 }, Cell: NumberCell },
  { id: 'title', title: 'console.column.class', width: { zh: 128, en: 128 }, Cell: ClassCell },
  { id: 'area', title: 'console.column.area', width: { zh: 212, en: 204 }, Cell: AreaCell },
  { id: 'status', title: 'console.status', width: { zh: 77, en: 152 }, Cell: ({ row }) => <StatusWord status={row.status} /> },
  {
    id: 'left',
    title: 'console.column.left',
    width: { zh: 136, en: 168 },
    sort: 'dueAt',
    Cell: ({ row }) => <TimeLeft deadline={row} />,
  },
  { id: 'department', title: 'console.column.department', width: { zh: 128, en: 128 }, Cell: DepartmentCell },
  { id: 'reported', title: 'console.column.reported', width: { zh: 92, en: 124 }, sort: 'reportedAt', Cell: ReportedCell },
  { id: 'place', title: 'console.column.place', width: { zh: 200, en: 200 }, hidden: true, Cell: ({ row }) => row.place },
  { id: 'words', title: 'console.column.title', width: { zh: 180, en: 180 }, hidden: true, Cell: ({ row }) => row.title },
  { id: 'source', title: 'console.source', width: { zh: 112, en: 112 }, hidden: true, Cell: SourceCell },
  { id: 'urgency', title: 'console.column.urgency', width: { zh: 80, en: 80 }, hidden: true, Cell: UrgencyCell },
];

export function useColumns() {
  const t = useTexts();
  const [chosen, setChosen] = useStore<readonly string[]>(
    'events.columns',
    COLUMNS.filter(({ hidden }) => !hidden).map(({ id }) => id),
  );
  return {
    choosable: COLUMNS.map(({ id, title }) => ({ id, text: t(title), on: chosen.includes(id), fixed: id === 'number' })),
    shown: COLUMNS.filter(({ id }) => chosen.includes(id)),
    toggle: (id: string) => setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]),
  };
}

function NumberCell({ row }: { readonly row: EventRow }) {
  return <Link to={`/events/${row.id}/show`}>{row.number}</Link>;
}

/** What it is, behind the mark of a supervised one whose reply is awaited. */
function ClassCell({ row: { className, title, supervision, status } }: { readonly row: EventRow }) {
  const t = useTexts();
  return (
    <>
      {supervision && (
        <span className={supervision.answered || !statusRule(status).open ? 'flag' : 'flag waiting'} title={t(`choice.${levelWord(supervision.level)}`)}>
          {t('console.supervised')}
        </span>
      )}
      {className ?? title}
    </>
  );
}

/** The grid by its serial number, as it is said on the radio; the full name is one hover away. */
function AreaCell({ row: { names, chain } }: { readonly row: EventRow }) {
  return <PlacePath names={{ ...names, grid: chain.gridCode.slice(-3) }} title={placePath(names).join(' / ')} />;
}

function DepartmentCell({ row }: { readonly row: EventRow }) {
  const t = useTexts();
  return row.departmentName ?? <span className="muted">{t('console.not-dispatched')}</span>;
}

function ReportedCell({ row }: { readonly row: EventRow }) {
  const t = useTexts();
  return <span className="muted">{instantWords(row.reportedAt, useNow(), t)}</span>;
}

function SourceCell({ row }: { readonly row: EventRow }) {
  const t = useTexts();
  return t(`source.${row.source}`);
}

function UrgencyCell({ row }: { readonly row: EventRow }) {
  const t = useTexts();
  return row.urgency === 'normal' ? <span className="muted">{t('urgency.normal')}</span> : <b>{t(`urgency.${row.urgency}`)}</b>;
}
