import type { Viewer } from '@wangge/domain';
import { appendAudit } from '../../../platform/audit/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import type { StoredExport } from './stored-export.js';

interface Deed {
  readonly deed: 'requested' | 'approved' | 'refused' | 'withdrawn' | 'downloaded';
  readonly at: string;
}

/** What was done with an export; what it is narrowed by may be a name, and is not kept here. */
export function keepExport(
  tx: Transaction,
  viewer: Viewer,
  given: Pick<StoredExport, 'id' | 'districtCode' | 'register' | 'scope' | 'columns' | 'rows' | 'reason'>,
  { deed, at }: Deed,
): Promise<void> {
  const { id, districtCode, register, scope, columns, rows, reason } = given;
  return appendAudit(tx, {
    at,
    actorId: viewer.accountId,
    actorName: viewer.name,
    action: `export.${deed}`,
    subjectType: register,
    subjectId: id,
    districtCode,
    details: { scope, columns, rows, reason },
  });
}
