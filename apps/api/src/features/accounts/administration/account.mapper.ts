import type { AccountView } from '@wangge/contracts';
import { toAssignmentView } from '../assignment.mapper.js';
import type { AccountRow } from './accounts.repository.js';

export function toAccountView({ id, username, name, disabled, assignments, created_at, version }: AccountRow): AccountView {
  return {
    id,
    username,
    name,
    disabled,
    assignments: assignments.map(toAssignmentView),
    createdAt: created_at.toISOString(),
    version,
  };
}
