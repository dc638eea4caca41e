import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Erasure, Erasures } from '../../../platform/retention/index.js';

const OVER = `s.expires_at < $2 and exists (select from account a where a.id = s.account_id and a.district_code = $1)`;

const SESSIONS: Erasure = {
  lens: { kind: 'accounts' },
  count: { name: 'session.count-due', text: `select count(*)::int as count, min(s.expires_at) as oldest from session s where ${OVER}` },
  erase: {
    name: 'session.erase-due',
    text: `delete from session where id in (select s.id from session s where ${OVER} order by s.expires_at limit $3) returning 1`,
  },
};

/** Kept by a hash of what was typed, of no district: whichever comes first forgets them. */
const FAILURES: Erasure = {
  lens: { kind: 'accounts' },
  count: {
    name: 'session.count-failures-due',
    text: 'select count(*)::int as count, min(last_at) as oldest from sign_in_failure where $1::text is not null and last_at < $2',
  },
  erase: {
    name: 'session.erase-failures-due',
    text: `delete from sign_in_failure where key in
             (select key from sign_in_failure where $1::text is not null and last_at < $2 order by last_at limit $3) returning 1`,
  },
};

/** Sessions and failures to sign in, which are forgotten earlier where the account signs in again. */
@Injectable()
export class SessionErasures implements OnModuleInit {
  constructor(private readonly erasures: Erasures) {}

  onModuleInit(): void {
    this.erasures.add('sessions', async () => [SESSIONS]);
    this.erasures.add('failed-sign-ins', async () => [FAILURES]);
  }
}
