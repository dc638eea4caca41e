/** Five classes of load: the first four upper bounds; the fifth class lies above them. */
export interface LoadScale {
  readonly bounds: readonly [number, number, number, number];
}
export type LoadStep = 1 | 2 | 3 | 4 | 5;
export const LOAD_STEPS = [1, 2, 3, 4, 5] as const satisfies readonly LoadStep[];

const ROUND_WIDTHS = [1, 2, 3, 4, 5, 6, 8, 10];

/** The next width that reads well on a legend. */
function roundWidth(width: number): number {
  if (width <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(width));
  const factor = ROUND_WIDTHS.find((candidate) => candidate * power >= width) ?? 10;
  return factor * power;
}

/** Classes of equal, round width over the whole numbers that are there. */
export function loadScale(loads: readonly number[]): LoadScale {
  const least = loads.length ? Math.min(...loads) : 0;
  const most = loads.length ? Math.max(...loads) : 0;
  const width = roundWidth((most - least) / 5);
  // Single numbers each get a class of their own; wider classes end at the next round bound.
  const first = width === 1 ? least : (Math.floor(least / width) + 1) * width;
  return { bounds: [first, first + width, first + 2 * width, first + 3 * width] };
}

export function stepOf(scale: LoadScale, load: number): LoadStep {
  const index = scale.bounds.findIndex((bound) => load <= bound);
  return LOAD_STEPS[index] ?? 5;
}

/** What stands under each colour of the legend. */
export function stepLabel(scale: LoadScale, step: LoadStep): string {
  const bound = scale.bounds[step - 1];
  if (bound === undefined) return `>${scale.bounds[3]}`;
  return bound === 0 ? '0' : `≤${bound}`;
}
