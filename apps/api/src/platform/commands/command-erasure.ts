import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Erasure, Erasures } from '../retention/erasures.js';

/** Residents' commands have no account, and no district of their own: whichever comes first forgets them. */
const DUE = `c.at < $2 and (c.account_id = '00000000-0000-0000-0000-000000000000'
  or exists (select from account a where a.id = c.account_id and a.district_code = $1))`;

const COMMANDS: Erasure = {
  lens: { kind: 'job' },
  count: { name: 'commands.count-due', text: `select count(*)::int as count, min(c.at) as oldest from client_command c where ${DUE}` },
  erase: {
    name: 'commands.erase-due',
    text: `delete from client_command where (account_id, command_id) in
             (select c.account_id, c.command_id from client_command c where ${DUE} order by c.at limit $3) returning 1`,
  },
};

/** The marks by which a command sent twice is known. */
@Injectable()
export class CommandErasure implements OnModuleInit {
  constructor(private readonly erasures: Erasures) {}

  onModuleInit(): void {
    this.erasures.add('commands', async () => [COMMANDS]);
  }
}
