import type { StageFlow } from '@wangge/contracts';
import type { Measure } from '../events/event-deltas.js';
import { STAGES, type Stage, statusesOf } from '../events/stages.js';
import { type DayTally, sumOfTallies } from './figures.js';

const LEFT: readonly Measure[] = STAGES.map((stage): Measure => `left:${stage}`);

/** Beside those of the key figures, whose stocks it reads as well. */
export const STAGE_MEASURES = LEFT;

/** How many events left each stage today, stand in it, and are overdue in it. */
export function stageFlows(tallies: readonly DayTally[], today: string): StageFlow[] {
  return STAGES.map((stage) => ({
    stage,
    passed: sumOfTallies(tallies, [`left:${stage}`], today, today).count,
    present: standing(tallies, stage, 'in', today),
    overdue: standing(tallies, stage, 'overdue', today),
  }));
}

function standing(tallies: readonly DayTally[], stage: Stage, kind: 'in' | 'overdue', today: string): number {
  const measures = statusesOf(stage).map((status): Measure => `${kind}:${status}`);
  return sumOfTallies(tallies, measures, '', today).count;
}
