import type { RegisterField, RegisterView } from '@wangge/contracts';

/** What a list asks for, in the server's own words: `sex` → `male,female`, `builtOn.gte` → a date. */
export type RecordFilter = Readonly<Record<string, string>>;

const DIGITS_OF_A_PERSON = /\d{6}/;
const INTERVAL_KINDS: readonly RegisterField['kind'][] = ['date', 'instant', 'integer', 'number'];

/** Filtered from–to rather than by one value. A masked value is no measure, so it has no interval. */
export const isInterval = ({ kind, mask }: RegisterField): boolean => INTERVAL_KINDS.includes(kind) && mask !== 'all';

export const filterFields = ({ fields }: RegisterView): readonly RegisterField[] => fields.filter(({ filter }) => filter);
export const searchFields = ({ fields }: RegisterView): readonly RegisterField[] =>
  fields.filter(({ search }) => search !== 'none');

/** Only what this register can be asked: the rest of an address is somebody's typing or of another day. */
export function filterOf(search: URLSearchParams, register: RegisterView): RecordFilter {
  const names = new Set(['q', 'scope', 'ids', ...(register.tagKinds.length > 0 ? ['tag'] : [])]);
  for (const field of filterFields(register)) {
    for (const name of isInterval(field) ? [`${field.name}.gte`, `${field.name}.lt`] : [field.name]) names.add(name);
  }
  return dropEmpty(Object.fromEntries([...search].filter(([name]) => names.has(name))));
}

export function dropEmpty(filter: RecordFilter): RecordFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value.trim() !== ''));
}

/** Whole numbers of persons stay out of addresses, which browsers remember and people pass on. */
export const mayStandInAddress = (q: string): boolean => !DIGITS_OF_A_PERSON.test(q);

/** The day after, since `lt` leaves its own day out. */
export const dayAfter = (date: string): string => shifted(date, 1);
export const dayBefore = (date: string): string => shifted(date, -1);

function shifted(date: string, days: number): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? '' : new Date(at + days * 86_400_000).toISOString().slice(0, 10);
}

/** The upper end as it is typed: the last that counts, where the wire wants the first that does not. */
export function lastOf({ kind }: RegisterField, lt: string): string {
  if (lt === '') return '';
  if (kind === 'instant') return dayBefore(lt.slice(0, 10));
  if (kind === 'date') return dayBefore(lt);
  return kind === 'integer' ? String(Number(lt) - 1) : lt;
}

export function ltOf({ kind }: RegisterField, last: string): string {
  if (last === '') return '';
  if (kind === 'instant') return startOf(dayAfter(last));
  if (kind === 'date') return dayAfter(last);
  return kind === 'integer' ? String(Number(last) + 1) : last;
}

/** Instants are asked for by days, each from its first minute, local time. */
const startOf = (day: string): string => (day === '' ? '' : `${day} 00:00`);

export const firstOf = ({ kind }: RegisterField, gte: string): string => (kind === 'instant' ? gte.slice(0, 10) : gte);
export const gteOf = ({ kind }: RegisterField, first: string): string => (kind === 'instant' ? startOf(first) : first);

/** `-name` is descending. */
export interface RecordSort {
  readonly field: string;
  readonly order: 'ASC' | 'DESC';
}

export const NEWEST: RecordSort = { field: 'createdAt', order: 'DESC' };

export function sortOf(text: string | null, register: RegisterView): RecordSort {
  const field = (text ?? '').replace(/^-/, '');
  const known = field === NEWEST.field || register.fields.some(({ name, sort }) => sort && name === field);
  return known ? { field, order: text?.startsWith('-') ? 'DESC' : 'ASC' } : NEWEST;
}

export const sortWords = ({ field, order }: RecordSort): string => (order === 'DESC' ? `-${field}` : field);
