import type { Database } from '../database/database.js';
import type { Statement } from '../database/transaction.js';
import { CHAINED, type ChainedRow, GENESIS, hashOf } from './audit-chain.js';

export type Verdict =
  | { readonly isWhole: true; readonly entries: number; readonly unsealed: number }
  | { readonly isWhole: false; readonly link: number; readonly position: string | null; readonly what: 'altered' | 'removed' };

interface LinkedRow extends ChainedRow {
  readonly link: string;
  readonly previous_hash: string;
  readonly hash: string;
}
interface Head {
  readonly link: string;
  readonly hash: string;
  readonly unsealed: number;
}

const AFTER: Statement = {
  name: 'audit.after',
  text: `select ${CHAINED}, link::text, previous_hash, hash from audit_entry where link > $1 order by audit_entry.link limit 1000`,
};
const HEAD: Statement = {
  name: 'audit.head',
  text: 'select link::text, hash, (select count(*)::int from audit_entry where link is null) as unsealed from audit_head',
};

/** Told after each portion: how many entries fit so far, of how many. */
export type VerifyProgress = (checked: number, total: number) => Promise<void>;

/** Computes the chain again from its beginning, in short transactions; answers the first entry that does not fit. */
export async function verifyChain(database: Database, progress?: VerifyProgress): Promise<Verdict> {
  const [head] = await database.as({ kind: 'job' }, (tx) => tx.query<Head>(HEAD));
  if (!head) return { isWhole: false, link: 0, position: null, what: 'removed' };
  const last = Number(head.link);
  let seen = { link: 0, hash: GENESIS };
  for (;;) {
    const rows = await database.as({ kind: 'job' }, (tx) => tx.query<LinkedRow>(AFTER, [seen.link]));
    // What is sealed while we read comes after the head we saw.
    const known = rows.filter(({ link }) => Number(link) <= last);
    for (const row of known) {
      const broken = breakAt(row, seen);
      if (broken) return broken;
      seen = { link: Number(row.link), hash: row.hash };
    }
    if (known.length === 0) break;
    await progress?.(seen.link, last);
  }
  if (seen.link < last) return { isWhole: false, link: seen.link + 1, position: null, what: 'removed' };
  if (seen.hash !== head.hash) return { isWhole: false, link: seen.link, position: null, what: 'altered' };
  return { isWhole: true, entries: last, unsealed: head.unsealed };
}

function breakAt(row: LinkedRow, before: { readonly link: number; readonly hash: string }): Verdict | undefined {
  const expected = before.link + 1;
  if (Number(row.link) !== expected) return { isWhole: false, link: expected, position: null, what: 'removed' };
  const fits = row.previous_hash === before.hash && row.hash === hashOf(row, expected, before.hash);
  return fits ? undefined : { isWhole: false, link: expected, position: row.position, what: 'altered' };
}
