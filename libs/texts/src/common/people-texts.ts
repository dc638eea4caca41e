import type { GridLevel, Role } from '@wangge/contracts';
import type { SameKeys } from '../translate.js';

type Words = Record<`role.${Role}` | `level.${GridLevel | 'worker'}`, string>;

export const peopleZh = {
  'role.grid-worker': '网格员',
  'role.grid-leader': '网格长',
  'role.community-staff': '社区工作人员',
  'role.safety-officer': '综治专干',
  'role.desk-operator': '受理员',
  'role.dispatcher': '派遣员',
  'role.department-handler': '部门处置人员',
  'role.department-head': '部门负责人',
  'role.supervisor': '值班长',
  'role.leader': '领导',
  'role.resident': '居民',
  'role.system-admin': '系统管理员',
  'role.security-admin': '安全管理员',
  'role.audit-admin': '审计管理员',
  'level.district': '区县',
  'level.street': '街道（乡镇）',
  'level.community': '社区（村）',
  'level.grid': '单元网格',
  'level.worker': '网格员',
} as const satisfies Words;

export const peopleEn: SameKeys<typeof peopleZh> = {
  'role.grid-worker': 'Grid worker',
  'role.grid-leader': 'Grid leader',
  'role.community-staff': 'Community staff',
  'role.safety-officer': 'Public-safety officer',
  'role.desk-operator': 'Desk operator',
  'role.dispatcher': 'Dispatcher',
  'role.department-handler': 'Department handler',
  'role.department-head': 'Head of department',
  'role.supervisor': 'Supervisor',
  'role.leader': 'Leader',
  'role.resident': 'Resident',
  'role.system-admin': 'System administrator',
  'role.security-admin': 'Security administrator',
  'role.audit-admin': 'Audit administrator',
  'level.district': 'District',
  'level.street': 'Street',
  'level.community': 'Community',
  'level.grid': 'Unit grid',
  'level.worker': 'Grid worker',
};
