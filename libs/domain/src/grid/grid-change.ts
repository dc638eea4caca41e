import type { DrawnShape, GridChangeDraft, GridChangeKind, GridChangeStatus } from '@wangge/contracts';
import { covers, levelOf, parentOf } from '../access/scope.js';
import { areasOf, type Viewer } from '../access/viewer.js';
import { RuleError } from '../rule-error.js';
import { dateOfDay, dayOf, startOfDay, toInstant, toMillis } from '../time/local-day.js';

/** Whether the grids of a change go on under their own codes; where not, their codes are retired for ever. */
export const KEEPS_CODES = {
  rename: true,
  redraw: true,
  split: false,
  merge: false,
} as const satisfies Record<GridChangeKind, boolean>;

/** More corners than the border of any unit grid has. */
export const MOST_VERTICES = 5000;
const FARTHEST_DAYS = 366 * 2;

/** The unit grids a draft speaks of. */
export function gridsOf(draft: GridChangeDraft): string[] {
  return draft.kind === 'merge' ? [...new Set(draft.codes)].sort() : [draft.code];
}

/** The community all of them lie in. A change never reaches beyond one: above it nothing moves. */
export function communityOfChange(codes: readonly string[]): string {
  const [community, ...others] = [...new Set(codes.map((code) => (levelOf(code) === 'grid' ? parentOf(code) : null)))];
  if (!community || others.length > 0) throw new RuleError('grid.not-one-community');
  return community;
}

/** The place of the district's or street's supervision above a community; a unit grid does not redraw itself. */
export function changeableAreas(viewer: Pick<Viewer, 'assignments'>): string[] {
  return areasOf(viewer, 'grid.change').filter((code) => code.length <= 9);
}

export function mayChangeGrids(viewer: Pick<Viewer, 'assignments'>, communityCode: string): boolean {
  return changeableAreas(viewer).some((code) => covers(code, communityCode));
}

/**
 * The instant from which a change holds: the beginning of its day, or now where that day is today. Neither in the past
 * nor farther away than two years: nobody knows what a community is like then.
 */
export function startOfChange(effectiveOn: string, now: string): string {
  const [day, today] = [dayOf(Date.parse(`${effectiveOn}T00:00:00+08:00`)), dayOf(toMillis(now))];
  if (dateOfDay(day) !== effectiveOn || day < today || day > today + FARTHEST_DAYS) throw new RuleError('grid.change-date');
  return day === today ? now : toInstant(startOfDay(day));
}

/** A plan can be taken back until it is carried out. */
export const mayUndo = ({ status }: { readonly status: GridChangeStatus }): boolean => status === 'planned';

/** The next codes of a community that no unit grid ever had, nor is to have by another plan. */
export function nextGridCodes(communityCode: string, taken: ReadonlySet<string>, count: number): string[] {
  const free: string[] = [];
  for (let serial = 1; serial <= 999 && free.length < count; serial++) {
    const code = communityCode + String(serial).padStart(3, '0');
    if (!taken.has(code)) free.push(code);
  }
  if (free.length < count) throw new RuleError('grid.serials-used-up');
  return free;
}

export interface Lineage {
  readonly from: string;
  readonly to: string;
}

/** Which grid went on as which: everything that ends, to everything that is new. */
export function lineageOf(kind: GridChangeKind, before: readonly string[], after: readonly string[]): Lineage[] {
  return KEEPS_CODES[kind] ? [] : before.flatMap((from) => after.map((to) => ({ from, to })));
}

/**
 * Where an account works that had a role at a unit grid which ends: at every grid that it became. Of a split nobody
 * loses sight of anything, and who is to work where is settled afterwards; of a merger the whole new grid is his.
 */
export function successorsOf(code: string, lineage: readonly Lineage[]): string[] {
  return lineage.filter(({ from }) => from === code).map(({ to }) => to);
}

/** A drawing in words a program can be told by, before anything is reckoned with it. */
export function drawingFault(shape: DrawnShape): 'not-closed' | undefined {
  if (vertexCount(shape) > MOST_VERTICES) throw new RuleError('grid.too-many-vertices');
  return ringsOf(shape).every(isClosed) ? undefined : 'not-closed';
}

type Position = readonly [number, number];

function vertexCount(shape: DrawnShape): number {
  if (shape.type === 'LineString') return shape.coordinates.length;
  return ringsOf(shape).reduce((sum, ring) => sum + ring.length, 0);
}

function ringsOf(shape: DrawnShape): readonly (readonly Position[])[] {
  if (shape.type === 'LineString') return [];
  return shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
}

function isClosed(ring: readonly Position[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}
