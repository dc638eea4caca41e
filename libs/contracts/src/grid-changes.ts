import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Label } from './registers.js';
import { GridCode, Id, Instant, Point, queryInteger, ScopeCode, words } from './values.js';

/** What can be done to unit grids. `rename` and `redraw` keep the codes, `split` and `merge` retire them. */
export const GridChangeKind = z.enum(['rename', 'redraw', 'split', 'merge']);
export type GridChangeKind = z.infer<typeof GridChangeKind>;

/** `lapsed`: when its day came, the grids it starts from were no longer what they had been when it was planned. */
export const GridChangeStatus = z.enum(['planned', 'effective', 'undone', 'lapsed']);
export type GridChangeStatus = z.infer<typeof GridChangeStatus>;

/** A day of the local calendar (Asia/Shanghai). */
export const LocalDay = z.iso.date();

const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const Ring = z.array(Position).min(4);
export const LineShape = z.strictObject({ type: z.literal('LineString'), coordinates: z.array(Position).min(2) });
export type LineShape = z.infer<typeof LineShape>;
export const PolygonShape = z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) });
export type PolygonShape = z.infer<typeof PolygonShape>;
export const MultiPolygonShape = z.strictObject({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(Ring).min(1)).min(1),
});
export type MultiPolygonShape = z.infer<typeof MultiPolygonShape>;
export type DrawnShape = LineShape | PolygonShape | MultiPolygonShape;

const GridName = words(40, 1);
/** New names, in the order of the pieces; those left out are named after their community and number. */
const Names = z.array(GridName).max(20).default([]);
const UnitGrids = z.array(GridCode);

export const GridChangeDraft = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rename'), code: GridCode, name: GridName }),
  z.strictObject({
    kind: z.literal('split'),
    code: GridCode,
    /** A line across the grid, or an area that is cut out of it. */
    cut: z.union([LineShape, PolygonShape]),
    names: Names,
  }),
  z.strictObject({ kind: z.literal('merge'), codes: UnitGrids.min(2).max(30), names: Names }),
  z.strictObject({
    kind: z.literal('redraw'),
    code: GridCode,
    outline: z.union([PolygonShape, MultiPolygonShape]),
    /** `follow`: neighbours in the same community give way, and take over what is released. */
    neighbours: z.enum(['follow', 'stay']).default('follow'),
  }),
]);
export type GridChangeDraft = z.infer<typeof GridChangeDraft>;

/** Where a record that has no point of its own and hangs on none goes: to the piece at this position. */
export const GridChangeDecision = z.strictObject({ kind: z.string().max(40), id: Id, piece: z.int().min(0).max(19) });
export type GridChangeDecision = z.infer<typeof GridChangeDecision>;

const Choices = {
  /** The piece that receives what nothing else decides. */
  defaultPiece: z.int().min(0).max(19).default(0),
  decisions: z.array(GridChangeDecision).max(500).default([]),
};

export const GridPiece = z.strictObject({
  code: GridCode,
  name: z.string(),
  /** Square kilometres. */
  area: z.number(),
  center: Point,
  outline: z.union([PolygonShape, MultiPolygonShape]),
});
export type GridPiece = z.infer<typeof GridPiece>;

export const GridProblemRule = z.enum([
  'self-crossing',
  'not-closed',
  'line-does-not-divide',
  'area-does-not-divide',
  'too-many-pieces',
  'piece-too-small',
  'outside-parent',
  'overlap',
  'gap',
  'not-adjacent',
  'neighbour-swallowed',
  'nothing-changes',
]);
export type GridProblemRule = z.infer<typeof GridProblemRule>;

export const GridProblem = z.strictObject({
  rule: GridProblemRule,
  /** False where the change can be planned in spite of it. */
  refused: z.boolean(),
  place: Point.nullable(),
  /** Square metres. */
  area: z.number().nullable(),
  /** The grid it is about. */
  code: z.string().nullable(),
});
export type GridProblem = z.infer<typeof GridProblem>;

/** How many records of one kind come to lie in another unit grid, and where. */
export const MovingCount = z.strictObject({
  kind: z.string(),
  label: Label,
  total: z.int(),
  /** Those that nothing places: a person decides, or they go to the default piece. */
  undecided: z.int(),
  to: z.array(z.strictObject({ code: GridCode, count: z.int() })),
});
export type MovingCount = z.infer<typeof MovingCount>;

export const MovingRecord = z.strictObject({
  kind: z.string(),
  id: Id,
  title: z.string(),
  from: GridCode,
  /** An account receives every successor of its grid; anything else goes to one. */
  to: z.array(GridCode),
  /** What decides: its own point, the record it hangs on, a person, nothing (`default`), or the change itself. */
  by: z.enum(['point', 'related', 'decision', 'default', 'change']),
});
export type MovingRecord = z.infer<typeof MovingRecord>;

const NamedGrid = z.strictObject({ code: GridCode, name: z.string() });

export const GridCheck = z.strictObject({
  community: NamedGrid,
  before: z.array(NamedGrid),
  pieces: z.array(GridPiece),
  problems: z.array(GridProblem),
  /** Empty while a problem stands against the change. */
  moves: z.array(MovingCount),
});
export type GridCheck = z.infer<typeof GridCheck>;

export const GridChangeRow = z.strictObject({
  id: Id,
  kind: GridChangeKind,
  status: GridChangeStatus,
  version: z.int(),
  community: NamedGrid,
  before: z.array(NamedGrid),
  after: z.array(NamedGrid),
  effectiveOn: LocalDay,
  reason: z.string(),
  plannedAt: Instant,
  plannedBy: z.string(),
  /** When it was carried out, undone or found to have lapsed. */
  endedAt: Instant.nullable(),
  endedBy: z.string().nullable(),
  mayUndo: z.boolean(),
});
export type GridChangeRow = z.infer<typeof GridChangeRow>;

export const GridChangeView = GridChangeRow.extend({
  pieces: z.array(GridPiece),
  /** What would move now, or what was moved. */
  moves: z.array(MovingCount),
});
export type GridChangeView = z.infer<typeof GridChangeView>;

export const PlanGridChange = z.strictObject({
  /** Made by the client: the same plan sent again is the same change. */
  id: Id,
  draft: GridChangeDraft,
  /** From the beginning of this day; today means at once. */
  effectiveOn: LocalDay,
  reason: words(500, 1),
  ...Choices,
});
export type PlanGridChange = z.infer<typeof PlanGridChange>;

const MovingPage = z.strictObject({ items: z.array(MovingRecord), nextCursor: Id.nullable() });
const Wanted = z.string().max(40);
const One = z.strictObject({ id: Id });
const DRAFT_ERRORS = ['grid.too-many-vertices', 'grid.not-one-community', 'grid.serials-used-up'] as const;

export const gridChangesApi = {
  check: endpoint({
    method: 'POST',
    path: '/grid-changes/check',
    access: 'grid.change',
    summary: 'What a change of unit grids would make, what stands against it, and how much would move. Changes nothing.',
    body: z.strictObject({ draft: GridChangeDraft, ...Choices }),
    reply: GridCheck,
    errors: DRAFT_ERRORS,
  }),
  draftMoves: endpoint({
    method: 'POST',
    path: '/grid-changes/check/moves',
    access: 'grid.change',
    summary: 'The records of one kind that a change would move, page by page. Changes nothing.',
    body: z.strictObject({
      draft: GridChangeDraft,
      ...Choices,
      kind: Wanted,
      undecided: z.boolean().default(false),
      cursor: Id.optional(),
    }),
    reply: MovingPage,
    errors: [...DRAFT_ERRORS, 'grid.topology'],
  }),
  plan: endpoint({
    method: 'POST',
    path: '/grid-changes',
    access: 'grid.change',
    summary: 'Plans a change of unit grids for a day; today carries it out at once.',
    body: PlanGridChange,
    reply: GridChangeView,
    success: 201,
    errors: [...DRAFT_ERRORS, 'grid.topology', 'grid.change-date', 'grid.change-pending', 'command.reused'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/grid-changes',
    access: 'grid.change',
    summary: 'Planned and past changes, those with the latest day first.',
    query: z.strictObject({
      scope: ScopeCode.optional(),
      status: GridChangeStatus.optional(),
      perPage: queryInteger(1, 100).default(25),
      cursor: z.string().max(100).optional(),
    }),
    reply: z.strictObject({ items: z.array(GridChangeRow), nextCursor: z.string().nullable() }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/grid-changes/:id',
    access: 'grid.change',
    summary: 'One change with its outlines and what it moves.',
    params: One,
    reply: GridChangeView,
  }),
  moves: endpoint({
    method: 'GET',
    path: '/grid-changes/:id/moves',
    access: 'grid.change',
    summary: 'The records of one kind that a planned change would move now, page by page.',
    params: One,
    query: z.strictObject({ kind: Wanted, undecided: z.enum(['true']).optional(), cursor: Id.optional() }),
    reply: MovingPage,
  }),
  undo: endpoint({
    method: 'POST',
    path: '/grid-changes/:id/undo',
    access: 'grid.change',
    summary: 'Takes a planned change back before it is carried out.',
    params: One,
    body: z.strictObject({ version: z.int().min(1) }),
    reply: GridChangeView,
    errors: ['record.stale', 'grid.change-over'],
  }),
} as const;
