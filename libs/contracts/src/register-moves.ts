import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { FieldValues, InRegister, OneRecord, RecordDetail, RegisterName } from './registers.js';
import { GridCode, Id, Instant, page, queryInteger, words } from './values.js';

/** Where a request stands: asked by the area that gives the record away, decided by the one that takes it. */
export const MoveState = z.enum(['asked', 'accepted', 'refused', 'withdrawn']);
export type MoveState = z.infer<typeof MoveState>;
export const MoveAction = z.enum(['accept', 'refuse', 'withdraw']);
export type MoveAction = z.infer<typeof MoveAction>;

const Place = z.strictObject({ code: GridCode, name: z.string() });

export const RecordMove = z.strictObject({
  id: Id,
  register: RegisterName,
  recordId: Id,
  /** Masked, as it was called when it was asked: the receiving side does not see the record before it is there. */
  title: z.string(),
  from: Place,
  to: Place,
  state: MoveState,
  reason: z.string(),
  askedAt: Instant,
  askedBy: z.string(),
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  answer: z.string().nullable(),
  /** What the viewer may do about it now. */
  actions: z.array(MoveAction),
});
export type RecordMove = z.infer<typeof RecordMove>;

export const MoveRecord = z.strictObject({
  /** The id of the move, made by whoever asks for it: sent again, it is done once. */
  id: Id,
  version: z.int().min(1),
  /** A unit grid in the viewer's own area; elsewhere in the district a unit grid or a community. */
  gridCode: GridCode,
  /** What is new with the place: household, building, address. Those left out are emptied. */
  values: FieldValues,
  reason: words(200, 2),
});
export type MoveRecord = z.infer<typeof MoveRecord>;

/** Done at once, or asked of the area it would come to. */
export const MoveOutcome = z.strictObject({ record: RecordDetail.nullable(), asked: RecordMove.nullable() });
export type MoveOutcome = z.infer<typeof MoveOutcome>;

export const DecideMove = z.strictObject({
  action: MoveAction,
  /** To accept: the unit grid it comes to, and what is new with it. */
  gridCode: GridCode.optional(),
  values: FieldValues.optional(),
  reason: words(200, 2),
});
export type DecideMove = z.infer<typeof DecideMove>;

export const registerMovesApi = {
  move: endpoint({
    method: 'POST',
    path: '/registers/:register/records/:id/move',
    access: 'register.move',
    summary: 'Move a record: within the viewer’s area at once, out of it by a request to the area it would come to.',
    params: OneRecord,
    body: MoveRecord,
    reply: MoveOutcome,
    errors: ['record.stale', 'record.invalid', 'command.reused', 'grid.outside-district', 'move.asked-already', 'move.nowhere'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/registers/:register/moves',
    access: 'register.move',
    summary: 'Requests to move records into the viewer’s area or out of it, newest first.',
    params: InRegister,
    query: z.strictObject({
      direction: z.enum(['in', 'out']),
      open: z.enum(['true', 'false']).default('true'),
      perPage: queryInteger(1, 100).default(20),
      cursor: z.string().max(200).optional(),
    }),
    reply: page(RecordMove),
  }),
  decide: endpoint({
    method: 'POST',
    path: '/registers/:register/moves/:id/decide',
    access: 'register.move',
    summary: 'Accept or refuse a record that would come here, or withdraw what one has asked for.',
    params: z.strictObject({ register: RegisterName, id: Id }),
    body: DecideMove,
    reply: RecordMove,
    errors: ['record.stale', 'record.invalid', 'move.decided', 'move.nowhere'],
  }),
} as const;
