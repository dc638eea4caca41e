/** A class of GB/T 30428.2-2013: components and events each have numbers of their own. */
export interface Code2013 {
  readonly kind: 'component' | 'event';
  readonly majorCode: string;
  readonly minorCode: string;
}

/**
 * The last minor number each major class of matters (2026) shares with 2013; later numbers are new. Where the older
 * list is not known beyond a number, the doubtful ones have no alias.
 */
const LAST_SHARED: Readonly<Record<string, number>> = {
  '01': 59,
  '02': 33,
  '03': 9,
  '04': 10,
  '05': 9,
  '06': 38,
  '07': 7,
  '08': 12,
  '09': 10,
};

/** Classes that were given another number. */
const MOVED: readonly (readonly [kind: Code2013['kind'], from: string, to: string])[] = [
  ['component', '0506', '01069'],
  ['component', '0507', '01070'],
  ['component', '0508', '01071'],
  ['event', '0507', '10001'],
  ['event', '0508', '10002'],
  ['event', '0602', '09013'],
];

/** Classes the newer standard has no longer, as far as they are known. */
const DROPPED = new Set(['component 0504', 'event 0131', 'event 0205']);

/** Events were major classes 01 to 04 and are 06 to 09; their 05 and 06 were dissolved, so those share no number. */
const EVENT_SHIFT = 5;

/** The number a class of 2013 has by rule among the matters of 2026, or null: it was dropped, or is a local class. */
export function matterOf2013({ kind, majorCode, minorCode }: Code2013): string | null {
  const moved = MOVED.find(([movedKind, from]) => movedKind === kind && from === majorCode + minorCode);
  if (moved) return moved[2];
  if (DROPPED.has(`${kind} ${majorCode}${minorCode}`)) return null;
  const major = kind === 'component' ? majorCode : String(Number(majorCode) + EVENT_SHIFT).padStart(2, '0');
  return Number(minorCode) <= (LAST_SHARED[major] ?? 0) ? `${major}0${minorCode}` : null;
}

/** The four digits a matter of 2026 had in 2013, or null when it is new. */
export function alias2013Of(matterCode: string): string | null {
  const moved = MOVED.find(([, , to]) => to === matterCode);
  if (moved) return moved[1];
  const [major, minor] = [matterCode.slice(0, 2), Number(matterCode.slice(2))];
  if (minor > (LAST_SHARED[major] ?? 0)) return null;
  const older = Number(major) > EVENT_SHIFT ? String(Number(major) - EVENT_SHIFT).padStart(2, '0') : major;
  return older + String(minor).padStart(2, '0');
}

/** Cities number their own classes backwards from 99; below that a number is the standard's. */
const FIRST_LOCAL = 78;

export const isLocal2013 = ({ minorCode }: Pick<Code2013, 'minorCode'>): boolean => Number(minorCode) >= FIRST_LOCAL;
