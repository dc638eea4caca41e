import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Statement, Transaction } from '../database/transaction.js';
import { CHAINED, type ChainedRow, hashOf } from './audit-chain.js';

interface Head {
  readonly link: string;
  readonly hash: string;
}

/** One process seals at a time: the others wait for this row. */
const HOLD_HEAD: Statement = { name: 'audit.hold-head', text: 'select link::text, hash from audit_head for update' };
const UNSEALED: Statement = {
  name: 'audit.unsealed',
  text: `select ${CHAINED} from audit_entry
          where link is null and xid < pg_snapshot_xmin(pg_current_snapshot()) order by audit_entry.position limit $1`,
};
/** $1 the links in JSON. */
const SEAL: Statement = {
  name: 'audit.seal',
  text: `update audit_entry set link = sealed.link, previous_hash = sealed.previous, hash = sealed.hash
           from jsonb_to_recordset($1::jsonb) as sealed (district text, position bigint, link bigint, previous text, hash text)
          where audit_entry.district_code = sealed.district and audit_entry.position = sealed.position`,
};
const MOVE_HEAD: Statement = { name: 'audit.move-head', text: 'update audit_head set link = $1, hash = $2' };

const SEAL_MS = 1_000;
const BATCH = 500;

/** Links new entries into the chain, each second, in transactions of its own: no writer waits for another. */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('audit');
  private timer: NodeJS.Timeout | undefined;
  private work: Promise<unknown> | undefined;

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.tick(), SEAL_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.work;
  }

  /** Seals all there is. Answers how many entries were sealed. */
  async seal(): Promise<number> {
    let sealed = 0;
    for (;;) {
      const done = await this.database.as({ kind: 'job' }, sealBatch);
      sealed += done;
      if (done < BATCH) return sealed;
    }
  }

  private tick(): void {
    this.work ??= this.seal()
      .catch((error: unknown) => this.logger.warn(`sealing failed: ${error instanceof Error ? error.name : 'unknown'}`))
      .finally(() => {
        this.work = undefined;
      });
  }
}

async function sealBatch(tx: Transaction): Promise<number> {
  const [head] = await tx.query<Head>(HOLD_HEAD);
  if (!head) throw new Error('the head of the audit chain is missing');
  const rows = await tx.query<ChainedRow>(UNSEALED, [BATCH]);
  if (rows.length === 0) return 0;
  let { hash } = head;
  let link = Number(head.link);
  const links = rows.map((row) => {
    const previous = hash;
    link += 1;
    hash = hashOf(row, link, previous);
    return { district: row.district_code, position: row.position, link, previous, hash };
  });
  await tx.query(SEAL, [JSON.stringify(links)]);
  await tx.query(MOVE_HEAD, [link, hash]);
  return rows.length;
}
