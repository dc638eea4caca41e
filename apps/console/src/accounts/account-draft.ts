import { CreateAccount, type Role } from '@wangge/contracts';
import { DEPARTMENT_ROLES, rolesConflict } from '@wangge/domain';

export interface AssignmentDraft {
  readonly role: Role;
  /** A node's code or a department's id, as the role wants. */
  readonly place: string;
}

export interface AccountDraft {
  readonly username: string;
  readonly name: string;
  readonly password: string;
  readonly assignments: readonly AssignmentDraft[];
}

export const isHeldInDepartment = (role: Role): boolean => DEPARTMENT_ROLES.includes(role);

export type AccountFault = 'username' | 'name' | 'password' | 'assignments' | 'roles-conflict';

/** The account in the contract's form, or what is wrong with the draft. */
export function toAccount(id: string, draft: AccountDraft): { account: CreateAccount } | { faults: readonly AccountFault[] } {
  if (rolesConflict(draft.assignments.map(({ role }) => role))) return { faults: ['roles-conflict'] };
  const assignments = draft.assignments.map(({ role, place }) =>
    isHeldInDepartment(role) ? { role, departmentId: place } : { role, scope: place },
  );
  const parsed = CreateAccount.safeParse({ ...draft, id, assignments });
  if (parsed.success) return { account: parsed.data };
  const fields = parsed.error.issues.map(({ path: [field] }) => field);
  return { faults: (['username', 'name', 'password', 'assignments'] as const).filter((field) => fields.includes(field)) };
}
