// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';

/** 志愿服务库: hours served. A volunteer’s hours are the sum of these. */
export const SERVICE_RECORDS: RegisterDefinition = {
  name: 'service-records',
  element: 'people',
  label: label('服务时长记录', 'Service records'),
  geometry: 'none',
  titleField: 'subject',
  fields: [
    { name: 'subject', kind: 'text', label: label('服务内容', 'Service'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 100 },
    { name: 'volunteerId', kind: 'reference', label: label('志愿者', 'Volunteer'), dataClass: 'L2', required: true, filter: true, inList: true, references: 'volunteers' },
    { name: 'activityId', kind: 'reference', label: label('志愿活动', 'Activity'), dataClass: 'L1', filter: true, inList: true, references: 'volunteer-activities' },
    { name: 'servedOn', kind: 'date', label: label('服务日期', 'Served on'), dataClass: 'L2', required: true, filter: true, sort: true, inList: true },
    { name: 'hours', kind: 'number', label: label('服务时长（小时）', 'Hours'), dataClass: 'L2', required: true, filter: true, sort: true, inList: true, range: [0.1, 100_000] },
    { name: 'note', kind: 'long-text', label: label('备注', 'Note'), dataClass: 'L2', most: 1000 },
  ],
};
