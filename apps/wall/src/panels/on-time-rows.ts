import type { AreaLoad } from '@wangge/contracts';

export interface OnTimeRows {
  readonly rows: readonly AreaLoad[];
  /** True when only the lowest are shown, for lack of room. */
  readonly cut: boolean;
  /** Where the axis begins, as a share: five per cent steps below the lowest. */
  readonly from: number;
}

/** Areas by their rate, the best first; those without a case that was due come last. */
export function onTimeRows(areas: readonly AreaLoad[], most: number): OnTimeRows {
  const rated = areas.filter(({ onTimeRate }) => onTimeRate !== null);
  const unrated = areas.filter(({ onTimeRate }) => onTimeRate === null);
  const rateOf = ({ onTimeRate }: AreaLoad) => onTimeRate ?? 0;
  const ordered = [...rated].sort((a, b) => rateOf(b) - rateOf(a));
  const cut = areas.length > most;
  const rows = cut ? ordered.slice(-most) : [...ordered, ...unrated];
  const lowest = rated.length ? Math.min(...rated.map(rateOf)) : 0.8;
  return { rows, cut, from: Math.max(0, Math.min(0.95, Math.floor(lowest * 20 - 0.2) / 20)) };
}

/** Where a rate lies on the axis, in per cent of its width. */
export function onAxis(rate: number, from: number): number {
  return Math.min(100, Math.max(0, ((rate - from) / (1 - from)) * 100));
}
