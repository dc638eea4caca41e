import type { Board } from '@wangge/contracts';
import { figureOf } from '../figures';

export interface ElementFigure {
  readonly key: 'land' | 'events';
  readonly value: number;
}

/** Of the eight elements, those that the board has figures of: an element without a register is left out, not guessed. */
export function elementFigures({ levels, figures }: Board): readonly ElementFigure[] {
  const grids = levels.find(({ level }) => level === 'grid')?.total;
  const open = figureOf(figures, 'open')?.value ?? undefined;
  return [
    ...(grids === undefined ? [] : [{ key: 'land', value: grids } as const]),
    ...(open === undefined ? [] : [{ key: 'events', value: open } as const]),
  ];
}
