// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { GENDERS } from '../dictionaries/person.js';
import { AVAILABILITIES, SERVICE_KINDS, VOLUNTEER_STATES } from '../dictionaries/volunteer.js';

/** 志愿服务库. Who is registered as a resident is pointed at, not written down twice. */
export const VOLUNTEERS: RegisterDefinition = {
  name: 'volunteers',
  element: 'people',
  label: label('志愿者', 'Volunteers'),
  geometry: 'none',
  titleField: 'name',
  fields: [
    { name: 'name', kind: 'text', label: label('姓名', 'Name'), dataClass: 'L3', mask: 'name', required: true, search: 'prefix', inList: true, most: 50 },
    { name: 'volunteerNumber', kind: 'text', label: label('志愿者编号', 'Volunteer number'), dataClass: 'L2', search: 'prefix', sort: true, inList: true, most: 30 },
    { name: 'residentId', kind: 'reference', label: label('人口档案', 'Resident'), dataClass: 'L2', references: 'residents' },
    { name: 'gender', kind: 'choice', label: label('性别', 'Gender'), dataClass: 'L2', filter: true, choices: GENDERS },
    { name: 'phone', kind: 'phone', label: label('联系方式', 'Phone'), dataClass: 'L4', mask: 'phone', required: true, search: 'exact', inList: true },
    { name: 'teamId', kind: 'reference', label: label('所属队伍', 'Team'), dataClass: 'L1', filter: true, inList: true, references: 'volunteer-teams' },
    { name: 'serviceKind', kind: 'choice', label: label('服务类别', 'Kind of service'), dataClass: 'L1', required: true, filter: true, inList: true, choices: SERVICE_KINDS },
    { name: 'skills', kind: 'text', label: label('特长', 'Skills'), dataClass: 'L2', most: 200 },
    { name: 'availability', kind: 'choice', label: label('可服务时间', 'Availability'), dataClass: 'L2', filter: true, choices: AVAILABILITIES },
    { name: 'state', kind: 'choice', label: label('状态', 'State'), dataClass: 'L1', required: true, filter: true, inList: true, choices: VOLUNTEER_STATES },
    { name: 'registeredOn', kind: 'date', label: label('注册日期', 'Registered on'), dataClass: 'L2', filter: true, sort: true },
    { name: 'serviceHours', kind: 'number', label: label('累计服务时长（小时）', 'Hours served'), dataClass: 'L2', filter: true, sort: true, inList: true, range: [0, 100_000], sumOf: { register: 'service-records', by: 'volunteerId', field: 'hours' } },
    { name: 'isInsured', kind: 'boolean', label: label('已投保险', 'Insured'), dataClass: 'L2', filter: true },
    { name: 'emergencyContactName', kind: 'text', label: label('紧急联系人', 'Emergency contact'), dataClass: 'L3', mask: 'name', most: 50 },
    { name: 'emergencyContactPhone', kind: 'phone', label: label('紧急联系电话', 'Emergency phone'), dataClass: 'L4', mask: 'phone' },
    { name: 'note', kind: 'long-text', label: label('备注', 'Note'), dataClass: 'L2', most: 1000 },
  ],
};
