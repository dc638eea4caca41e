import { createHash } from 'node:crypto';

/** An entry as the chain sees it. */
export interface ChainedRow {
  readonly position: string;
  readonly at: Date;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly action: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly district_code: string;
  /** As the database writes it, which is the same each time. */
  readonly details: string;
}

export const CHAINED = `position::text, at, actor_id, actor_name, action, subject_type, subject_id, district_code, details::text as details`;

/** What the first entry hangs on. */
export const GENESIS = '0'.repeat(64);

/** SM3 over everything an entry says, its place in the chain and the hash before it. */
export function hashOf(row: ChainedRow, link: number, previousHash: string): string {
  const said = [
    link,
    previousHash,
    row.position,
    row.at.toISOString(),
    row.actor_id,
    row.actor_name,
    row.action,
    row.subject_type,
    row.subject_id,
    row.district_code,
    row.details,
  ];
  return createHash('sm3').update(JSON.stringify(said)).digest('hex');
}
