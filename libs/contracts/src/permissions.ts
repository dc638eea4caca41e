import { z } from 'zod';
import { Id, ScopeCode } from './values.js';

export const Permission = z.enum([
  'grid.read',
  'grid.change',
  'standard.read',
  'department.read',
  'event.read',
  'event.report',
  'event.self-handle',
  'event.send-verify',
  'event.verify',
  'event.file',
  'event.reject',
  'event.merge',
  'event.dispatch',
  'event.return',
  'event.accept',
  'event.suspend',
  'event.resume',
  'event.finish',
  'event.send-check',
  'event.check',
  'event.close',
  'event.reopen',
  'event.rate',
  'event.withdraw',
  'task.read',
  'indicator.read',
  'register.read',
  'register.write',
  'register.reveal',
  'register.delete',
  'register.merge',
  'register.move',
  'register.import',
  'account.read',
  'account.create',
  'account.disable',
]);
export type Permission = z.infer<typeof Permission>;

/** The roles of the field; the last three are 三员, of which no account holds two. */
export const Role = z.enum([
  'grid-worker',
  'grid-leader',
  'community-staff',
  'desk-operator',
  'dispatcher',
  'department-handler',
  'department-head',
  'supervisor',
  'leader',
  'resident',
  'system-admin',
  'security-admin',
  'audit-admin',
]);
export type Role = z.infer<typeof Role>;

/** A role held somewhere: at a node of the tree, or in a department. */
export const Assignment = z.union([
  z.strictObject({ role: Role, scope: ScopeCode }),
  z.strictObject({ role: Role, departmentId: Id }),
]);
export type Assignment = z.infer<typeof Assignment>;
