// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { ACTIVITY_STATES, SERVICE_KINDS } from '../dictionaries/volunteer.js';

/** 志愿服务库: what volunteers do together; the hours are those of its records. */
export const VOLUNTEER_ACTIVITIES: RegisterDefinition = {
  name: 'volunteer-activities',
  element: 'people',
  label: label('志愿活动', 'Volunteer activities'),
  geometry: 'point',
  titleField: 'name',
  flow: {
    field: 'state',
    initial: 'planned',
    actions: [
      { name: 'begin', label: label('开始', 'Begin'), from: ['planned'], to: 'running', permission: 'flow.handle', asks: [], requires: [] },
      { name: 'finish', label: label('结束', 'Finish'), from: ['running'], to: 'finished', permission: 'flow.handle', asks: ['endsAt', 'outcome'], requires: ['outcome'] },
      { name: 'cancel', label: label('取消', 'Cancel'), from: ['planned', 'running'], to: 'cancelled', permission: 'flow.assign', asks: [], requires: [] },
    ],
  },
  fields: [
    { name: 'name', kind: 'text', label: label('活动名称', 'Name'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 100 },
    { name: 'serviceKind', kind: 'choice', label: label('服务类别', 'Kind of service'), dataClass: 'L1', required: true, filter: true, inList: true, choices: SERVICE_KINDS },
    { name: 'teamId', kind: 'reference', label: label('组织队伍', 'Team'), dataClass: 'L1', filter: true, inList: true, references: 'volunteer-teams' },
    { name: 'beginsAt', kind: 'instant', label: label('开始时间', 'Begins at'), dataClass: 'L1', required: true, filter: true, sort: true, inList: true, mayLieAhead: true },
    { name: 'endsAt', kind: 'instant', label: label('结束时间', 'Ends at'), dataClass: 'L1', filter: true, sort: true, mayLieAhead: true },
    { name: 'place', kind: 'text', label: label('活动地点', 'Place'), dataClass: 'L1', most: 200 },
    { name: 'wanted', kind: 'integer', label: label('招募人数', 'Volunteers wanted'), dataClass: 'L1', filter: true, sort: true, inList: true, range: [0, 10_000] },
    { name: 'content', kind: 'long-text', label: label('活动内容', 'Content'), dataClass: 'L1', most: 1000 },
    { name: 'outcome', kind: 'long-text', label: label('活动成效', 'Outcome'), dataClass: 'L1', most: 1000 },
    { name: 'hours', kind: 'number', label: label('总服务时长（小时）', 'Hours in all'), dataClass: 'L1', filter: true, sort: true, inList: true, range: [0, 1_000_000], sumOf: { register: 'service-records', by: 'activityId', field: 'hours' } },
    { name: 'state', kind: 'choice', label: label('状态', 'State'), dataClass: 'L1', required: true, filter: true, inList: true, choices: ACTIVITY_STATES },
  ],
};
