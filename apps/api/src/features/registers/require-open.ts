import type { RegisterDefinition } from '@wangge/domain';
import type { Transaction } from '../../platform/database/index.js';
import { apiError } from '../../platform/http/errors.js';
import * as sql from './registers.queries.js';

/**
 * What another feature keeps is written by that feature alone. Of a register that a district defines for itself: whoever writes does so by the version that is published, and none
 * other is before he has ended.
 */
export async function requireOpen(tx: Transaction, { name, storage, backing }: RegisterDefinition): Promise<void> {
  if (backing) throw apiError('register.closed');
  if (!storage) return;
  const [found] = await tx.query<{ state: string | null }>(sql.STATE, [storage.districtCode, name, storage.version]);
  if (found?.state === 'closed') throw apiError('register.closed');
  if (found?.state !== 'open') throw apiError('register.changed');
}
