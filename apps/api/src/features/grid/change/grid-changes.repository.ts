import { Injectable } from '@nestjs/common';
import type { GridChangeKind, GridChangeStatus, MovingCount } from '@wangge/contracts';
import type { Lens, Lineage } from '@wangge/domain';
import { type Transaction, withinLens } from '../../../platform/database/index.js';
import * as sql from './grid-changes.queries.js';
import * as shapes from './grid-shapes.queries.js';
import { WITHOUT_JIT } from './move-sql.js';
import type { GridMove, MovePiece } from './participant.js';

export interface NamedGrid {
  readonly code: string;
  readonly name: string;
}
export interface ChangeRecord {
  readonly district_code: string;
  readonly id: string;
  readonly version: number;
  readonly community_code: string;
  readonly community_name: string;
  readonly kind: GridChangeKind;
  readonly status: GridChangeStatus;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly after: readonly NamedGrid[];
  readonly outlines_hash: string;
  readonly effective_on: string;
  readonly reason: string;
  readonly defaults: GridMove['defaults'];
  readonly decisions: GridMove['decisions'];
  readonly moved: readonly MovingCount[] | null;
  readonly planned_at: Date;
  readonly planned_by: string;
  readonly planned_by_name: string;
  readonly ended_at: Date | null;
  readonly ended_by_name: string | null;
}
export interface NewChange {
  readonly id: string;
  readonly communityCode: string;
  readonly before: readonly NamedGrid[];
  readonly outlinesHash: string;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly move: GridMove;
}
export interface ChangeFilter {
  readonly scope: string | undefined;
  readonly status: string | undefined;
  readonly after: { readonly day: string; readonly id: string } | undefined;
  readonly most: number;
}
type Key = Pick<ChangeRecord, 'district_code' | 'id'>;

/** Plans of changes, and the tree they change. */
@Injectable()
export class GridChangesRepository {
  listGrids(tx: Transaction, codes: readonly string[]): Promise<NamedGrid[]> {
    return tx.query<NamedGrid>(shapes.LIST_GRIDS, [codes]);
  }

  async findCommunity(tx: Transaction, code: string): Promise<NamedGrid | undefined> {
    return (await tx.query<NamedGrid>(shapes.FIND_COMMUNITY, [code]))[0];
  }

  async listTakenCodes(tx: Transaction, community: string): Promise<string[]> {
    return (await tx.query<{ code: string }>(sql.LIST_TAKEN_CODES, [community])).map(({ code }) => code);
  }

  /** Every code a unit grid of the community ever had. */
  async listUsedCodes(tx: Transaction, community: string): Promise<string[]> {
    return (await tx.query<{ code: string }>(sql.LIST_USED_CODES, [community])).map(({ code }) => code);
  }

  async isPending(tx: Transaction, community: string, codes: readonly string[]): Promise<boolean> {
    return (await tx.query(sql.LIST_PENDING, [community, codes])).length > 0;
  }

  /** The same for the same outlines; another where a grid is no longer valid. */
  async hashOutlines(tx: Transaction, codes: readonly string[]): Promise<string> {
    const [row] = await tx.query<{ hash: string; count: number }>(shapes.OUTLINES_HASH, [codes]);
    return `${row?.count ?? 0}:${row?.hash ?? ''}`;
  }

  /** False where the id is taken. */
  async insert(tx: Transaction, { move, ...change }: NewChange): Promise<boolean> {
    const row = { ...change, kind: move.kind, defaults: move.defaults, decisions: move.decisions };
    if ((await tx.query(sql.INSERT_CHANGE, [JSON.stringify(row)])).length === 0) return false;
    await tx.query(sql.INSERT_PIECES, [move.districtCode, change.id, JSON.stringify(move.pieces)]);
    return true;
  }

  async find(tx: Transaction, lens: Lens, id: string): Promise<ChangeRecord | undefined> {
    const within = withinChanges(lens, 2);
    const text = `select ${sql.ROW} from grid_change c where c.id = $1 and ${within.sql}`;
    return (await tx.query<ChangeRecord>({ name: `grid-changes.find.${lens.kind}`, text }, [id, ...within.values]))[0];
  }

  list(tx: Transaction, lens: Lens, { scope, status, after, most }: ChangeFilter): Promise<ChangeRecord[]> {
    const within = withinChanges(lens, 6);
    const text = `
      select ${sql.ROW} from grid_change c
       where ${within.sql} and c.community_code ^@ $1::text and ($2::text is null or c.status = $2)
         and ($3::date is null or (c.effective_on, c.id) < ($3::date, $4::uuid))
       order by c.effective_on desc, c.id desc limit $5`;
    const values = [scope?.slice(0, 12) ?? '', status ?? null, after?.day ?? null, after?.id ?? null, most, ...within.values];
    return tx.query<ChangeRecord>({ name: `grid-changes.list.${lens.kind}`, text }, values);
  }

  /** What follows reckons with them. */
  async listPieces(tx: Transaction, { district_code, id }: Key): Promise<MovePiece[]> {
    await tx.query(WITHOUT_JIT);
    return tx.query<MovePiece>(sql.LIST_PIECES, [district_code, id]);
  }

  async lock(tx: Transaction, districtCode: string, id: string): Promise<ChangeRecord | undefined> {
    return (await tx.query<ChangeRecord>(sql.LOCK, [districtCode, id]))[0];
  }

  async end(
    tx: Transaction,
    { district_code, id }: Key,
    status: GridChangeStatus,
    { at, by, moved }: { readonly at: string; readonly by: string; readonly moved: readonly MovingCount[] | null },
  ): Promise<void> {
    await tx.query(sql.END, [district_code, id, status, at, by, moved && JSON.stringify(moved)]);
  }

  async setMoved(tx: Transaction, { district_code, id }: Key, moved: readonly MovingCount[]): Promise<void> {
    await tx.query(sql.SET_MOVED, [district_code, id, JSON.stringify(moved)]);
  }

  /** Grids that go on under their codes get their new name or outline; what they were is kept. */
  async changeNodes(tx: Transaction, change: ChangeRecord): Promise<void> {
    await tx.query(sql.KEEP_PAST, [change.codes, change.id, change.effective_on]);
    await tx.query(sql.CHANGE_NODES, [change.district_code, change.id, change.kind === 'rename']);
  }

  /** Grids end, and others begin in their place. */
  async replaceNodes(tx: Transaction, change: ChangeRecord, lineage: readonly Lineage[]): Promise<void> {
    const { codes, effective_on: day } = change;
    await tx.query(sql.CREATE_NODES, [change.district_code, change.id, day, codes]);
    await tx.query(sql.RETIRE_NODES, [codes, day]);
    await tx.query(sql.INSERT_LINEAGE, [JSON.stringify(lineage), change.id, day]);
    await tx.query(sql.MOVE_WORKERS, [JSON.stringify(lineage), day]);
  }
}

/** The application's wall around plans: a member is one by the codes of his areas. */
function withinChanges(lens: Lens, first: number) {
  if (lens.kind !== 'member') return withinLens(lens, 'c', first);
  const places = ['c.street_code', 'c.district_code', 'left(c.district_code, 4)', 'left(c.district_code, 2)'];
  return { sql: `(${places.map((place) => `${place} = any($${first}::text[])`).join(' or ')})`, values: [lens.codes] };
}
