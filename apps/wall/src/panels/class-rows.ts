import type { Board } from '@wangge/contracts';

type ClassCount = Board['classes'][number];

export interface ClassRow {
  readonly code: string | null;
  readonly name: string;
  readonly today: number;
  readonly lastWeek: number;
}

export interface ClassRows {
  readonly rows: readonly ClassRow[];
  /** The rest as one row, so that the whole adds up; undefined when there is none. */
  readonly others?: { readonly classes: number; readonly today: number; readonly lastWeek: number };
}

/** The most reported classes of today, and all others together. */
export function classRows(classes: readonly ClassCount[], most: number): ClassRows {
  const ordered = [...classes].sort((a, b) => b.today - a.today || b.lastWeek - a.lastWeek);
  const counted = ordered.filter(({ today, lastWeek }) => today > 0 || lastWeek > 0);
  if (counted.length <= most) return { rows: counted };
  const rows = counted.slice(0, most - 1);
  const rest = counted.slice(most - 1);
  const sum = (of: (count: ClassCount) => number) => rest.reduce((total, count) => total + of(count), 0);
  return { rows, others: { classes: rest.length, today: sum(({ today }) => today), lastWeek: sum(({ lastWeek }) => lastWeek) } };
}
