import type { Permission, Role } from '@wangge/contracts';

const READ_REFERENCE = ['grid.read', 'standard.read', 'department.read'] as const satisfies readonly Permission[];
const FIELD = [...READ_REFERENCE, 'event.read', 'event.report', 'event.withdraw', 'event.rate'] as const;
const DESK = ['event.send-verify', 'event.file', 'event.reject', 'event.merge', 'event.send-check', 'event.close'] as const;
const HANDLING = ['event.return', 'event.accept', 'event.suspend', 'event.resume', 'event.finish'] as const;
const CHECKING = ['task.read', 'event.verify', 'event.check', 'event.self-handle'] as const;

/** What each role may do, wherever it is held. Administrators of the three kinds have no rights in the business. */
export const ROLE_PERMISSIONS = {
  'grid-worker': [...FIELD, ...CHECKING, 'register.read', 'register.write'],
  'grid-leader': [...FIELD, ...CHECKING, 'register.read', 'register.write', 'indicator.read'],
  'community-staff': [
    ...FIELD,
    'register.read',
    'register.write',
    'register.reveal',
    'register.delete',
    'register.merge',
    'register.move',
    'register.import',
    'indicator.read',
  ],
  'desk-operator': [...FIELD, ...DESK, 'indicator.read'],
  dispatcher: [...FIELD, 'event.dispatch', 'indicator.read'],
  'department-handler': [...FIELD, ...HANDLING],
  'department-head': [...FIELD, ...HANDLING, 'indicator.read'],
  supervisor: [...FIELD, ...DESK, 'grid.change', 'event.dispatch', 'event.reopen', 'register.read', 'register.merge', 'indicator.read'],
  leader: [...READ_REFERENCE, 'event.read', 'register.read', 'indicator.read'],
  resident: [...READ_REFERENCE, 'event.read', 'event.report', 'event.withdraw', 'event.rate'],
  'system-admin': ['grid.read', 'department.read', 'account.read', 'account.create'],
  'security-admin': ['grid.read', 'department.read', 'account.read', 'account.disable'],
  'audit-admin': ['grid.read', 'account.read'],
} as const satisfies Record<Role, readonly Permission[]>;

/** Roles held in a department; all others are held at a node of the tree. */
export const DEPARTMENT_ROLES: readonly Role[] = ['department-handler', 'department-head'];

const THREE_ADMINISTRATORS: readonly Role[] = ['system-admin', 'security-admin', 'audit-admin'];

/** 三员分立: an administrator's account holds that one role and none of the business (GB/T 22239 §8.1.4). */
export function rolesConflict(roles: readonly Role[]): boolean {
  const distinct = new Set(roles);
  return THREE_ADMINISTRATORS.some((role) => distinct.has(role)) && distinct.size > 1;
}
