import type { Figure, FigureKey } from '@wangge/contracts';

/** How a figure is written: its factor from the wire to the screen and its decimals. */
export interface FigureForm {
  readonly factor: number;
  readonly decimals: number;
  readonly unit: 'events' | 'percent' | 'hours';
}

export const FIGURE_FORMS = {
  reported: { factor: 1, decimals: 0, unit: 'events' },
  closed: { factor: 1, decimals: 0, unit: 'events' },
  open: { factor: 1, decimals: 0, unit: 'events' },
  overdue: { factor: 1, decimals: 0, unit: 'events' },
  'on-time-rate': { factor: 100, decimals: 1, unit: 'percent' },
  'handling-minutes': { factor: 1 / 60, decimals: 1, unit: 'hours' },
} as const satisfies Record<FigureKey, FigureForm>;

export const NOTHING = '–';

export function numberText(value: number | null, decimals = 0): string {
  return value === null
    ? NOTHING
    : value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** A share as per cent with one decimal, without the sign. */
export function percentText(share: number | null): string {
  return share === null ? NOTHING : numberText(share * 100, 1);
}

/** A change with its sign; ±0 when what is shown does not differ. */
export function changeText(change: number | null, decimals = 0): string {
  if (change === null) return NOTHING;
  const size = numberText(Math.abs(change), decimals);
  const isZero = Number(size.replaceAll(',', '')) === 0;
  return isZero ? '±0' : `${change > 0 ? '+' : '−'}${size}`;
}

/**
 * The change between two values as they are shown: 92.5 after 92.4 is +0.1, whatever stood behind the decimals,
 * since readers subtract what they see.
 */
export function changeOf(now: number | null, before: number | null, { factor, decimals }: FigureForm): number | null {
  if (now === null || before === null) return null;
  const shown = (value: number) => Math.round(value * factor * 10 ** decimals);
  return (shown(now) - shown(before)) / 10 ** decimals;
}

export function figureOf(figures: readonly Figure[], key: FigureKey): Figure | undefined {
  return figures.find((figure) => figure.key === key);
}
