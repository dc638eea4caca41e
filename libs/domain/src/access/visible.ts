import type { Chain } from '@wangge/contracts';
import type { Lens } from './lens.js';
import { coversChain } from './scope.js';

/** What decides who sees a record: where it lies and whose it is. */
export type PlacedRecord = Chain & {
  readonly id: string;
  readonly reportedBy: string | null;
  readonly assigneeId: string | null;
  readonly departmentId: string | null;
  /** Departments called to help with it. */
  readonly assistDepartmentIds: readonly string[];
  readonly secretHash: string | null;
};

/**
 * Whether a lens shows a record. The same rule stands as SQL in the server's `withinLens` and in the policies of
 * the database; a property test holds the three together.
 */
export function visibleThrough(lens: Lens, record: PlacedRecord): boolean {
  switch (lens.kind) {
    case 'region':
    case 'district':
    case 'street':
    case 'community':
    case 'grid':
      return coversChain(lens.code, record);
    case 'department':
      return isOneOf(lens.departmentIds, record.departmentId);
    case 'assisting':
      return assists(lens.departmentIds, record);
    case 'mine':
      return lens.accountId === record.reportedBy;
    case 'assigned':
      return lens.accountId === record.assigneeId;
    case 'public':
      return lens.secretHash === record.secretHash;
    case 'member':
      return (
        lens.codes.some((code) => coversChain(code, record)) ||
        isOneOf(lens.departmentIds, record.departmentId) ||
        assists(lens.departmentIds, record) ||
        lens.accountId === record.reportedBy ||
        lens.accountId === record.assigneeId
      );
    case 'record':
      return lens.id === record.id;
    case 'job':
      return true;
    case 'reference':
    case 'audit':
    case 'accounts':
      return false;
  }
}

function isOneOf(ids: readonly string[], id: string | null): boolean {
  return id !== null && ids.includes(id);
}

function assists(ids: readonly string[], { assistDepartmentIds }: PlacedRecord): boolean {
  return assistDepartmentIds.some((id) => ids.includes(id));
}
