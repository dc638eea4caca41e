import { z } from 'zod';

/** What an entry of the audit trail tells of. */
export const AuditKind = z.enum(['session', 'account', 'register', 'tag', 'collection', 'export', 'definition', 'grid', 'department', 'retention', 'audit']);
export type AuditKind = z.infer<typeof AuditKind>;

/**
 * What the audit trail tells of, by kind. Auditors filter by it, and the screens have a word for each. An entry of an
 * earlier or later version may tell of something else: it is shown by its name.
 */
export const AUDIT_ACTIONS = {
  session: ['session.sign-in', 'session.sign-out', 'session.refuse', 'session.lock', 'session.refuse-many', 'session.revoke'],
  account: ['account.create', 'account.disable', 'account.enable'],
  register: [
    'register.look',
    'register.reveal',
    'register.create',
    'register.change',
    'register.act',
    'register.move',
    'register.leave',
    'register.remove',
    'register.merge',
    'register.merge-away',
    'register.undo-merge',
    'register.dismiss-pair',
    'register.import',
    'register.attach',
    'register.detach',
  ],
  tag: ['tag.looked', 'tag.listed', 'tag.added', 'tag.renewed', 'tag.ended'],
  collection: ['collection.made', 'collection.answered'],
  export: ['export.requested', 'export.approved', 'export.refused', 'export.withdrawn', 'export.downloaded'],
  definition: [
    'register-definition.draft',
    'register-definition.publish',
    'register-definition.close',
    'register-definition.open',
    'register-definition.remove',
  ],
  grid: ['grid.change-plan', 'grid.change-undo', 'grid.change', 'grid.change-lapse'],
  department: ['department.dissolve'],
  retention: ['retention.change', 'retention.trial', 'retention.run', 'retention.erased'],
  audit: ['audit.read', 'audit.verify', 'audit.export'],
} as const satisfies Readonly<Record<AuditKind, readonly string[]>>;

export type AuditAction = (typeof AUDIT_ACTIONS)[AuditKind][number];

/** Every action with a word of its own. */
export const ALL_AUDIT_ACTIONS: readonly AuditAction[] = Object.values(AUDIT_ACTIONS).flat();

export const isAuditAction = (name: string): name is AuditAction => ALL_AUDIT_ACTIONS.some((action) => action === name);
