import { Injectable, type OnModuleInit } from '@nestjs/common';
import { successorsOf } from '@wangge/domain';
import type { Statement, Transaction } from '../../platform/database/index.js';
import {
  type GridChangeParticipant,
  GridChangeParticipants,
  type GridMove,
  type Moving,
  type MovingCounts,
  type MovingPage,
} from '../grid/index.js';

interface HolderRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

/** $1 grids that end. */
const COUNT: Statement = {
  name: 'account.grid-count',
  text: 'select scope, count(*)::int as total from account_role where scope = any($1::text[]) group by 1',
};
/** $1 grids that end, $2 after which account, $3 how many. */
const LIST: Statement = {
  name: 'account.grid-list',
  text: `
select a.id, a.name, array_agg(distinct r.scope::text order by r.scope::text) as scopes
from account_role r join account a on a.id = r.account_id
where r.scope = any($1::text[]) and ($2::uuid is null or a.id > $2) group by a.id, a.name order by a.id limit $3`,
};
/** $1 lineage in JSON. Under the lens of accounts. */
const GRANT_SUCCESSORS: Statement = {
  name: 'account.grid-grant',
  text: `
insert into account_role (district_code, account_id, role, scope)
select distinct r.district_code, r.account_id, r.role, l."to"
from account_role r join jsonb_to_recordset($1::jsonb) as l ("from" text, "to" text) on l."from" = r.scope
on conflict do nothing`,
};
/** $1 grids that end. */
const TAKE_BACK: Statement = {
  name: 'account.grid-take-back',
  text: 'delete from account_role where scope = any($1::text[])',
};

/**
 * Who holds a role at a grid that ends holds it at every grid it became: the rule stands in `successorsOf`. Roles are
 * read with each request, so nobody is signed out in the field.
 */
@Injectable()
export class AccountGridMoves implements OnModuleInit {
  constructor(private readonly participants: GridChangeParticipants) {}

  onModuleInit(): void {
    const participant: GridChangeParticipant = {
      kind: 'accounts',
      label: { zh: '账号的管辖范围', en: 'Areas of accounts' },
      preview: (tx, _lens, move) => count(tx, move),
      list: (tx, _lens, move, page) => list(tx, move, page),
      move: moveRoles,
    };
    this.participants.add(async () => [participant]);
  }
}

const endingOf = ({ lineage }: GridMove): string[] => [...new Set(lineage.map(({ from }) => from))];

async function count(tx: Transaction, move: GridMove): Promise<MovingCounts> {
  const rows = await tx.query<{ scope: string; total: number }>(COUNT, [endingOf(move)]);
  const to = new Map<string, number>();
  for (const { scope, total } of rows)
    for (const code of successorsOf(scope, move.lineage)) to.set(code, (to.get(code) ?? 0) + total);
  return {
    total: rows.reduce((sum, { total }) => sum + total, 0),
    undecided: 0,
    to: [...to].map(([code, found]) => ({ code, count: found })),
  };
}

async function list(tx: Transaction, move: GridMove, { undecided, after, most }: MovingPage): Promise<readonly Moving[]> {
  if (undecided) return [];
  const rows = await tx.query<HolderRow>(LIST, [endingOf(move), after ?? null, most]);
  return rows.map(({ id, name, scopes }) => ({
    id,
    title: name,
    from: scopes[0] ?? '',
    to: [...new Set(scopes.flatMap((scope) => successorsOf(scope, move.lineage)))],
    by: 'change',
  }));
}

async function moveRoles(tx: Transaction, move: GridMove): Promise<MovingCounts> {
  const counts = await count(tx, move);
  await tx.become({ kind: 'accounts' });
  await tx.query(GRANT_SUCCESSORS, [JSON.stringify(move.lineage)]);
  await tx.query(TAKE_BACK, [endingOf(move)]);
  await tx.become({ kind: 'job' });
  return counts;
}
