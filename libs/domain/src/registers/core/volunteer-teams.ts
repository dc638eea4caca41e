// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { SERVICE_KINDS } from '../dictionaries/volunteer.js';

/** 志愿服务库: teams, to which volunteers belong. */
export const VOLUNTEER_TEAMS: RegisterDefinition = {
  name: 'volunteer-teams',
  element: 'people',
  label: label('志愿队伍', 'Volunteer teams'),
  geometry: 'none',
  titleField: 'name',
  fields: [
    { name: 'name', kind: 'text', label: label('队伍名称', 'Name'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 80 },
    { name: 'serviceKind', kind: 'choice', label: label('服务类别', 'Kind of service'), dataClass: 'L1', required: true, filter: true, inList: true, choices: SERVICE_KINDS },
    { name: 'organizationId', kind: 'reference', label: label('所属单位', 'Organization'), dataClass: 'L1', filter: true, references: 'organizations' },
    { name: 'leaderName', kind: 'text', label: label('队长', 'Leader'), dataClass: 'L3', mask: 'name', inList: true, most: 50 },
    { name: 'leaderPhone', kind: 'phone', label: label('队长电话', 'Phone of the leader'), dataClass: 'L4', mask: 'phone', search: 'exact' },
    { name: 'foundedOn', kind: 'date', label: label('成立日期', 'Founded on'), dataClass: 'L1', filter: true, sort: true, inList: true },
    { name: 'slogan', kind: 'text', label: label('服务宗旨', 'Purpose'), dataClass: 'L1', most: 200 },
    { name: 'note', kind: 'long-text', label: label('备注', 'Note'), dataClass: 'L1', most: 1000 },
  ],
};
