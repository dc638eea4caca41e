import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OPEN_STATUSES } from '@wangge/domain';
import { type Erasure, Erasures } from '../../platform/retention/index.js';

/** A case that is over and has rested since. */
const RESTING = `district_code = $1 and contact is not null and updated_at < $2
  and status not in (${OPEN_STATUSES.map((status) => `'${status}'`).join(', ')})`;

const CONTACTS: Erasure = {
  lens: { kind: 'job' },
  count: { name: 'public-reports.count-due', text: `select count(*)::int as count, min(updated_at) as oldest from event where ${RESTING}` },
  erase: {
    name: 'public-reports.erase-due',
    text: `update event set contact = null where district_code = $1 and id in
             (select id from event where ${RESTING} order by updated_at limit $3) returning 1`,
  },
};

/** How a resident who reported can be reached: asked for this case, and of no use after it. */
@Injectable()
export class ContactErasure implements OnModuleInit {
  constructor(private readonly erasures: Erasures) {}

  onModuleInit(): void {
    this.erasures.add('report-contacts', async () => [CONTACTS]);
  }
}
