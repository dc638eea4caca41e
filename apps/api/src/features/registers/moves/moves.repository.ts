import { Injectable } from '@nestjs/common';
import type { MoveState, RecordMove } from '@wangge/contracts';
import { areasOf, type Lens, moveActions, placeNameOf, type Viewer } from '@wangge/domain';
import type { Transaction } from '../../../platform/database/index.js';
import { Conditions, nameOf } from '../conditions.js';
import type { PlainRecord } from '../record.js';
import * as sql from './moves.queries.js';

export interface MoveRow {
  readonly districtCode: string;
  readonly id: string;
  readonly register: string;
  readonly recordId: string;
  readonly title: string;
  readonly fromCode: string;
  readonly toCode: string;
  readonly fromName: string | null;
  readonly toName: string | null;
  readonly state: MoveState;
  readonly reason: string;
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly answer: string | null;
}
export interface NewMove {
  readonly id: string;
  readonly register: string;
  readonly record: PlainRecord;
  readonly title: string;
  readonly toCode: string;
  readonly reason: string;
  readonly at: string;
}
export interface MoveCursor {
  readonly at: string;
  readonly id: string;
}
export type Direction = 'in' | 'out';

/** Requests between areas. A list goes through one of its sides, a single request through either. */
@Injectable()
export class MovesRepository {
  static readonly cap = 1000;

  async store(tx: Transaction, viewer: Viewer, move: NewMove): Promise<void> {
    const { chain } = move.record;
    const row = {
      district_code: chain.districtCode,
      id: move.id,
      register: move.register,
      record_id: move.record.id,
      title: move.title,
      from_street_code: chain.streetCode,
      from_community_code: chain.communityCode,
      from_grid_code: chain.gridCode,
      to_street_code: move.toCode.slice(0, 9),
      to_community_code: move.toCode.slice(0, 12),
      to_grid_code: move.toCode.length === 15 ? move.toCode : null,
      reason: move.reason,
      asked_at: move.at,
      asked_by: viewer.accountId,
      asked_by_name: viewer.name,
    };
    await tx.query(sql.STORE, [JSON.stringify(row)]);
  }

  list(
    tx: Transaction,
    lens: Lens,
    register: string,
    { direction, isOpen, most, after }: { direction: Direction; isOpen: boolean; most: number; after?: MoveCursor },
  ): Promise<MoveRow[]> {
    const conditions = seen([register, most + 1], within(lens, direction), isOpen);
    if (after) conditions.add((at, id) => `(m.asked_at, m.id) < (${at}::timestamptz, ${id}::uuid)`, after.at, after.id);
    const text = sql.listText(conditions.text);
    return tx.query<MoveRow>({ name: nameOf('moves.list', text), text }, conditions.values);
  }

  /** Exact up to the cap, one more beyond it. */
  async count(tx: Transaction, lens: Lens, register: string, direction: Direction, isOpen: boolean): Promise<number> {
    const conditions = seen([register], within(lens, direction), isOpen);
    const text = sql.countText(conditions.text, MovesRepository.cap + 1);
    const [row] = await tx.query<{ total: number }>({ name: nameOf('moves.count', text), text }, conditions.values);
    return row?.total ?? 0;
  }

  /** One request, as far as one of its sides is the viewer's: under his lens. */
  async find(tx: Transaction, viewer: Viewer, register: string, id: string): Promise<MoveRow | undefined> {
    const conditions = new Conditions();
    conditions.values.push(register, id);
    conditions.add(
      (codes) => `(${SIDES.map((side) => memberFilter(side, codes)).join(' or ')})`,
      areasOf(viewer, 'register.move'),
    );
    const text = sql.oneText(conditions.text);
    return (await tx.query<MoveRow>({ name: nameOf('moves.one', text), text }, conditions.values))[0];
  }

  async hold(tx: Transaction, { districtCode, id }: MoveRow): Promise<MoveRow | undefined> {
    return (await tx.query<MoveRow>(sql.HOLD, [districtCode, id]))[0];
  }

  async decide(
    tx: Transaction,
    viewer: Viewer,
    { districtCode, id }: MoveRow,
    { state, answer, at }: { state: MoveState; answer: string; at: string },
  ): Promise<void> {
    await tx.query(sql.DECIDE, [districtCode, id, state, at, viewer.accountId, viewer.name, answer]);
  }

  async isPlace(tx: Transaction, code: string): Promise<boolean> {
    return (await tx.query(sql.PLACE, [code])).length > 0;
  }
}

export function toMove(viewer: Viewer, row: MoveRow): RecordMove {
  return {
    id: row.id,
    register: row.register,
    recordId: row.recordId,
    title: row.title,
    from: { code: row.fromCode, name: placeNameOf(row.fromName ?? row.fromCode) },
    to: { code: row.toCode, name: placeNameOf(row.toName ?? row.toCode) },
    state: row.state,
    reason: row.reason,
    askedAt: row.askedAt.toISOString(),
    askedBy: row.askedBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedBy: row.decidedBy,
    answer: row.answer,
    actions: moveActions(viewer, row),
  };
}

const SIDES = ['from', 'to'] as const;

/** The application's wall for one side of a request. */
const within =
  (lens: Lens, direction: Direction) =>
  (conditions: Conditions): Conditions => {
    const side = direction === 'in' ? 'to' : 'from';
    switch (lens.kind) {
      case 'region':
        return conditions.add((code) => `m.district_code ^@ ${code}`, lens.code);
      case 'district':
        return conditions.add((code) => `m.district_code = ${code}`, lens.code);
      case 'street':
      case 'community':
      case 'grid':
        return conditions.add((code) => `m.${side}_${lens.kind}_code = ${code}`, lens.code);
      default:
        return conditions.add(() => 'false');
    }
  };

function seen(first: readonly unknown[], wall: (conditions: Conditions) => Conditions, isOpen: boolean): Conditions {
  const conditions = new Conditions();
  conditions.values.push(...first);
  return wall(conditions).add(() => `m.state ${isOpen ? '=' : '<>'} 'asked'`);
}

function memberFilter(side: string, codes: string): string {
  const places = ['grid_code', 'community_code', 'street_code'].map((column) => `m.${side}_${column}`);
  const regions = ['m.district_code', 'left(m.district_code, 4)', 'left(m.district_code, 2)'];
  return [...places, ...regions].map((code) => `${code} = any(${codes}::text[])`).join(' or ');
}
