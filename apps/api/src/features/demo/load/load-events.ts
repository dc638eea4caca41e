import { localDate } from '@wangge/domain';
import { type Random, seededRandom } from '../../grid/index.js';
import type { DistrictStandards } from '../../standards/index.js';
import type { DemoCast, DemoWorker } from '../demo-cast.js';
import { makeCase } from '../demo-case.js';
import type { Life } from '../demo-life.js';
import { EVENTS_A_PIECE } from './load-options.js';
import { pickSpot, type Spots } from './load-spots.js';

export interface EventsPiece {
  readonly index: number;
  readonly seed: string;
  readonly spots: Spots;
  readonly cast: DemoCast;
  readonly workersOf: ReadonlyMap<string, readonly DemoWorker[]>;
}

const DAYS = 365;
const DAY_MS = 86_400_000;

/** The events of one piece, spread over a year: a function of the seed and its index, and of nothing another piece holds. */
export function makeEvents({ index, seed, spots, cast, workersOf }: EventsPiece, standards: DistrictStandards): Life[] {
  return Array.from({ length: EVENTS_A_PIECE }, (_, at) => {
    const random = seededRandom(`load/events/${seed}/${index}/${at}`);
    const reportedAt = reportTime(random, cast.start);
    const number = `${localDate(reportedAt).replaceAll('-', '')}-${String(index * EVENTS_A_PIECE + at + 1).padStart(7, '0')}`;
    const spot = pickSpot(random, spots);
    return makeCase(random, standards, { spot, number, reportedAt, urgent: false, leaveCheck: false, cast, workersOf }).life;
  });
}

/** By day, on any day of the year; none in the future. */
function reportTime(random: Random, now: string): string {
  const end = Date.parse(now);
  const day = end - Math.floor(random() * DAYS) * DAY_MS;
  const midnight = Math.floor((day + 8 * 3_600_000) / DAY_MS) * DAY_MS - 8 * 3_600_000;
  const time = midnight + (7 + (random() + random()) * 6) * 3_600_000;
  return new Date(Math.floor(Math.min(time, end - random() * DAY_MS) / 1000) * 1000).toISOString();
}
