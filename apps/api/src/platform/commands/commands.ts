import { createHash } from 'node:crypto';
import type { Transaction } from '../database/transaction.js';
import { apiError } from '../http/errors.js';

const REMEMBER = {
  name: 'commands.remember',
  text: `insert into client_command (account_id, command_id, content_hash, subject_id) values ($1, $2, $3, $4)
         on conflict do nothing returning command_id`,
};
const RECALL = {
  name: 'commands.recall',
  text: 'select content_hash from client_command where account_id = $1 and command_id = $2',
};
/** Commands without an account (residents) share this one. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

export interface ClientCommand {
  readonly accountId: string | null;
  readonly commandId: string;
  readonly subjectId: string;
  readonly content: unknown;
}

/**
 * Remembers a command in the transaction that carries it out. Answers false where the same command was carried out
 * before: nothing more is to be done. The same id with other content is refused. A repeat that arrives meanwhile waits.
 */
export async function isFirstTime(tx: Transaction, { accountId, commandId, subjectId, content }: ClientCommand): Promise<boolean> {
  const account = accountId ?? NOBODY;
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const remembered = await tx.query(REMEMBER, [account, commandId, hash, subjectId]);
  if (remembered.length > 0) return true;
  const [known] = await tx.query<{ content_hash: string }>(RECALL, [account, commandId]);
  if (known?.content_hash !== hash) throw apiError('command.reused');
  return false;
}
