import type { Assignment, AssignmentView, Role } from '@wangge/contracts';

/** A role as the database tells it: held at a node or in a department, never both. */
export interface AssignmentRow {
  readonly role: Role;
  readonly scope: string | null;
  readonly departmentId: string | null;
}

export type NamedAssignmentRow = AssignmentRow & {
  readonly scopeName: string | null;
  readonly departmentName: string | null;
};

export function toAssignment({ role, scope, departmentId }: AssignmentRow): Assignment {
  if (scope !== null) return { role, scope };
  if (departmentId !== null) return { role, departmentId };
  throw new Error(`a role held nowhere: ${role}`);
}

export function toAssignmentView({ role, scope, scopeName, departmentId, departmentName }: NamedAssignmentRow): AssignmentView {
  return { role, scope, scopeName, departmentId, departmentName };
}
