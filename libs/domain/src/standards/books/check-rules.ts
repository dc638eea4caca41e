import type { BookName, StandardFinding, StandardLists, StandardRow } from '@wangge/contracts';
import { covers } from '../../access/scope.js';
import { isWeekend } from '../../time/local-day.js';
import type { Places } from './read-standard-cell.js';

/** What an edition is held against. */
export interface CheckContext extends Places {
  /** Of the filing standards in force: whether each class is retired, and the class of each condition. */
  readonly classes: ReadonlyMap<string, { readonly retired: boolean }>;
  readonly conditions: ReadonlyMap<string, string>;
  /** The edition before, or what comes with the platform. */
  readonly before: StandardLists;
}

type Rules = (lists: StandardLists, context: CheckContext) => StandardFinding[];

const RULES: Readonly<Record<BookName, Rules>> = {
  filing: checkFiling,
  calendar: checkCalendar,
  responsibility: checkResponsibility,
};

export const bookRules = (name: BookName, lists: StandardLists, context: CheckContext): StandardFinding[] => RULES[name](lists, context);

type Said = Pick<StandardFinding, 'rule'> & Partial<StandardFinding>;
const finding = (list: string, said: Said): StandardFinding => ({ level: 'error', list, row: null, column: null, about: '', ...said });
const each = (rows: readonly StandardRow[] | undefined, work: (row: StandardRow, number: number) => (Said | false)[], list: string) =>
  (rows ?? []).flatMap((row, index) =>
    work(row, index + 1)
      .filter((said) => said !== false)
      .map((said) => finding(list, { row: index + 1, ...said })),
  );

function checkFiling({ classes = [], conditions = [] }: StandardLists, { before }: CheckContext): StandardFinding[] {
  const retired = new Map(classes.map((row) => [row.code ?? '', row.retired === 'yes']));
  const used = new Set(conditions.map(({ classCode = '' }) => classCode));
  const majors = new Map<string, string>();
  const said = new Map<string, { row: number; limit: string }>();
  const gone = (before.classes ?? []).filter(({ code = '' }) => !retired.has(code));
  return [
    ...each(
      classes,
      ({ code = '', majorName = '', retired: isRetired }) => {
        const major = code.slice(0, 2);
        const known = majors.get(major) ?? majorName;
        majors.set(major, known);
        return [
          known !== majorName && { rule: 'major-two-names', column: 'majorName', about: known },
          isRetired !== 'yes' && !used.has(code) && { rule: 'class-without-condition', level: 'warning', column: 'code', about: code },
        ];
      },
      'classes',
    ),
    ...gone.map(({ code = '' }) => finding('classes', { rule: 'class-gone', about: code })),
    ...each(
      conditions,
      ({ classCode = '', filing = '', limit = '' }, row) => {
        const same = said.get(`${classCode} ${filing}`);
        if (!same) said.set(`${classCode} ${filing}`, { row, limit });
        return [
          !retired.has(classCode) && { rule: 'class-unknown', column: 'classCode', about: classCode },
          retired.get(classCode) === true && { rule: 'class-retired', level: 'warning', column: 'classCode', about: classCode },
          same !== undefined && same.limit !== limit && { rule: 'condition-contradicts', column: 'limit', about: String(same.row) },
        ];
      },
      'conditions',
    ),
  ];
}

function checkCalendar({ hours = [], days = [] }: StandardLists, { before }: CheckContext): StandardFinding[] {
  const yearsOf = (rows: readonly StandardRow[] = []) => new Set(rows.map(({ day = '' }) => day.slice(0, 4)));
  const years = yearsOf(days);
  const gone = [...yearsOf(before.days)].filter((year) => !years.has(year));
  const ordered = hours.map(({ from = '', to = '' }) => ({ from, to })).sort((a, b) => (a.from < b.from ? -1 : 1));
  const ends = ordered.some(({ from, to }, index) => from >= to || from < (ordered[index - 1]?.to ?? ''));
  return [
    ...(hours.length === 0 ? [finding('hours', { rule: 'hours-missing' })] : []),
    ...(ends ? [finding('hours', { rule: 'hours-overlap' })] : []),
    ...gone.map((year) => finding('days', { rule: 'year-gone', about: year })),
    ...each(
      days,
      ({ day = '', kind }) => [
        kind === 'worked' && !isWeekend(dayNumber(day)) && { rule: 'worked-weekday', level: 'warning', column: 'kind', about: day },
      ],
      'days',
    ),
  ];
}

const DAY_MS = 86_400_000;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

const isOf = (prefix: string, codes: Iterable<string>): boolean => [...codes].some((code) => code.startsWith(prefix));

function checkResponsibility({ responsibilities = [] }: StandardLists, context: CheckContext): StandardFinding[] {
  const { classes, conditions } = context;
  const prefixes = responsibilities.map(({ classCode = '' }) => classCode);
  const left = [...classes].filter(([code, { retired }]) => !retired && !prefixes.some((prefix) => prefix !== '' && code.startsWith(prefix)));
  return [
    ...each(
      responsibilities,
      ({ classCode = '', conditionId = '', area = '', department = '' }) => {
        const ofClass = conditions.get(conditionId);
        return [
          classCode !== '' && !isOf(classCode, classes.keys()) && { rule: 'class-unknown', column: 'classCode', about: classCode },
          conditionId !== '' && ofClass === undefined && { rule: 'condition-unknown', column: 'conditionId', about: conditionId },
          ofClass !== undefined && !ofClass.startsWith(classCode) && { rule: 'condition-other-class', column: 'conditionId', about: ofClass },
          isElsewhere(department, area, context) && { rule: 'department-elsewhere', level: 'warning', column: 'department' },
        ];
      },
      'responsibilities',
    ),
    ...(left.length === 0
      ? []
      : [finding('responsibilities', { level: 'warning', rule: 'classes-without-department', about: String(left.length) })]),
  ];
}

function isElsewhere(id: string, area: string, { departments }: Places): boolean {
  const serves = departments.find((department) => department.id === id)?.serves;
  return serves !== undefined && area !== '' && !covers(serves, area) && !covers(area, serves);
}
