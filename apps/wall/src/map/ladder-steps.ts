import type { Board } from '@wangge/contracts';
import { numberText } from '../figures';
import { nameWithin } from '../short-name';

type Level = Board['levels'][number]['level'];

export interface LadderStep {
  readonly level: Level;
  /** The node's name at and above the one shown, how many there are below it. */
  readonly value: string;
  readonly code?: string;
  readonly place: 'above' | 'next' | 'below';
}

const LEVELS: readonly Level[] = ['district', 'street', 'community', 'grid', 'worker'];
const CODE_LENGTH: Readonly<Record<Level, number>> = { district: 6, street: 9, community: 12, grid: 15, worker: 0 };

/** The five levels in their order, from the highest that this viewer is told of. */
export function ladderSteps({ path, level: shown, levels }: Pick<Board, 'path' | 'level' | 'levels'>): readonly LadderStep[] {
  const next = LEVELS.indexOf(shown) + 1;
  return LEVELS.flatMap((level, index): readonly LadderStep[] => {
    if (index < next) {
      const at = path.findIndex(({ code }) => code.length === CODE_LENGTH[level]);
      const node = path[at];
      return node ? [{ level, value: nameWithin(node.name, path[at - 1]?.name), code: node.code, place: 'above' }] : [];
    }
    const total = levels.find((row) => row.level === level)?.total ?? null;
    return [{ level, value: numberText(total), place: index === next ? 'next' : 'below' }];
  });
}
