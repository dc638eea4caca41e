import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Erasure, Erasures } from '../../platform/retention/index.js';

/** One that is being carried out is left to its runner. Its parts go with it. */
const FINISHED = `district_code = $1 and created_at < $2 and state not in ('checking', 'applying')`;
const IMPORTS: Erasure = {
  lens: { kind: 'job' },
  count: { name: 'imports.count-due', text: `select count(*)::int as count, min(created_at) as oldest from register_import where ${FINISHED}` },
  erase: {
    name: 'imports.erase-due',
    text: `delete from register_import where district_code = $1 and id in
             (select id from register_import where ${FINISHED} order by created_at limit $3) returning 1`,
  },
};

const EXPIRED = 'district_code = $1 and expires_at < $2';
const EXPORTS: Erasure = {
  lens: { kind: 'job' },
  count: { name: 'exports.count-due', text: `select count(*)::int as count, min(expires_at) as oldest from register_export where ${EXPIRED}` },
  erase: {
    name: 'exports.erase-due',
    text: `delete from register_export where district_code = $1 and id in
             (select id from register_export where ${EXPIRED} order by expires_at limit $3) returning 1`,
  },
};

/** Files on their way in, and requests for files on their way out. */
@Injectable()
export class ExchangeErasures implements OnModuleInit {
  constructor(private readonly erasures: Erasures) {}

  onModuleInit(): void {
    this.erasures.add('imports', async () => [IMPORTS]);
    this.erasures.add('exports', async () => [EXPORTS]);
  }
}
