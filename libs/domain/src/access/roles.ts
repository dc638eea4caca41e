import type { Permission, Role } from '@wangge/contracts';

const READ_REFERENCE = ['grid.read', 'standard.read', 'department.read'] as const satisfies readonly Permission[];
const FIELD = [...READ_REFERENCE, 'event.read', 'event.report', 'event.withdraw', 'event.object', 'event.rate'] as const;
const DESK = [
  'event.send-verify',
  'event.file',
  'event.reject',
  'event.merge',
  'event.escalate',
  'event.delegate',
  'event.correct',
  'event.arbitrate',
  'event.send-check',
  'event.close',
  'event.answer-supervision',
  'event.score-assist',
  'event.decide-appeal',
  'event.archive',
] as const;
const DISPATCHING = [
  'event.dispatch',
  'event.escalate',
  'event.correct',
  'event.decide-extension',
  'event.urge',
  'event.answer-supervision',
  'event.decide-assist',
  'event.review-appeal',
] as const;
const HANDLING = [
  'event.return',
  'event.accept',
  'event.request-extension',
  'event.suspend',
  'event.resume',
  'event.finish',
  'event.answer-supervision',
  'event.request-assist',
  'event.answer-assist',
] as const;
const HEADING = ['event.confirm-extension', 'event.appeal'] as const;
const LEADING = ['event.supervise', 'event.urge'] as const;
const CHECKING = ['task.read', 'event.verify', 'event.check', 'event.self-handle', 'collection.fill'] as const;

/** What each role may do, wherever it is held. Administrators of the three kinds have no rights in the business. */
export const ROLE_PERMISSIONS = {
  'grid-worker': [...FIELD, ...CHECKING, 'register.read', 'register.write', 'tag.read', 'flow.handle'],
  'grid-leader': [
    ...FIELD,
    ...CHECKING,
    'register.read',
    'register.write',
    'tag.read',
    'flow.assign',
    'flow.handle',
    'indicator.read',
  ],
  'community-staff': [
    ...FIELD,
    'register.read',
    'register.write',
    'register.reveal',
    'register.delete',
    'register.merge',
    'register.move',
    'register.import',
    'register.export',
    'collection.make',
    'tag.read',
    'tag.write',
    'flow.assign',
    'flow.handle',
    'flow.review',
    'indicator.read',
  ],
  // The one role that knows of special groups; it writes nothing else, and exports nothing.
  'safety-officer': [...READ_REFERENCE, 'event.read', 'register.read', 'tag.read', 'tag.read-special', 'tag.write-special'],
  'desk-operator': [...FIELD, ...DESK, 'event.request-assist', 'indicator.read'],
  dispatcher: [...FIELD, ...DISPATCHING, 'indicator.read'],
  'department-handler': [...FIELD, ...HANDLING],
  'department-head': [...FIELD, ...HANDLING, ...HEADING, 'indicator.read'],
  supervisor: [
    ...FIELD,
    ...DESK,
    'grid.change',
    'standard.edit',
    ...DISPATCHING,
    ...LEADING,
    'event.reopen',
    'register.read',
    'register.merge',
    'register.define',
    'register.export',
    'register.approve-export',
    'collection.make',
    'tag.read',
    'flow.assign',
    'flow.review',
    'indicator.read',
  ],
  leader: [...READ_REFERENCE, ...LEADING, 'event.read', 'register.read', 'register.approve-export', 'indicator.read'],
  resident: [...READ_REFERENCE, 'event.read', 'event.report', 'event.withdraw', 'event.object', 'event.rate'],
  'system-admin': ['grid.read', 'department.read', 'department.dissolve', 'account.read', 'account.create'],
  'security-admin': ['grid.read', 'department.read', 'account.read', 'account.disable', 'retention.manage'],
  'audit-admin': ['grid.read', 'account.read', 'audit.read'],
} as const satisfies Record<Role, readonly Permission[]>;

/** Roles held in a department; all others are held at a node of the tree. */
export const DEPARTMENT_ROLES: readonly Role[] = ['department-handler', 'department-head'];

const THREE_ADMINISTRATORS: readonly Role[] = ['system-admin', 'security-admin', 'audit-admin'];

/** 三员分立: an administrator's account holds that one role and none of the business (GB/T 22239 §8.1.4). */
export function rolesConflict(roles: readonly Role[]): boolean {
  const distinct = new Set(roles);
  return THREE_ADMINISTRATORS.some((role) => distinct.has(role)) && distinct.size > 1;
}
