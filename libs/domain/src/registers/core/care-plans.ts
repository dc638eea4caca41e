// biome-ignore-all format: a table, one field a line
import { PERSON_ATTACHMENTS } from '../attachments/attachments.js';
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { CARE_MEASURES, PLAN_STATES } from '../dictionaries/household.js';

/** 家庭: what is done for a household in need. */
export const CARE_PLANS: RegisterDefinition = {
  name: 'care-plans',
  element: 'households',
  label: label('帮扶计划', 'Care plans'),
  geometry: 'none',
  titleField: 'goal',
  attachments: { kinds: PERSON_ATTACHMENTS },
  flow: {
    field: 'state',
    initial: 'drafted',
    actions: [
      { name: 'start', label: label('开始帮扶', 'Start'), from: ['drafted'], to: 'running', permission: 'flow.assign', asks: ['helperName', 'begunOn', 'dueOn'], requires: ['helperName', 'begunOn'] },
      { name: 'complete', label: label('完成', 'Complete'), from: ['running'], to: 'done', permission: 'flow.handle', asks: ['result', 'endedOn'], requires: ['result', 'endedOn'] },
      { name: 'end', label: label('终止', 'End early'), from: ['drafted', 'running'], to: 'ended', permission: 'flow.review', asks: ['result', 'endedOn'], requires: ['result'] },
      { name: 'resume', label: label('继续帮扶', 'Go on'), from: ['done', 'ended'], to: 'running', permission: 'flow.review', asks: ['dueOn'], requires: ['dueOn'] },
    ],
  },
  fields: [
    { name: 'goal', kind: 'text', label: label('帮扶目标', 'Goal'), dataClass: 'L2', required: true, search: 'prefix', sort: true, inList: true, most: 100 },
    { name: 'householdId', kind: 'reference', label: label('帮扶家庭', 'Household'), dataClass: 'L2', required: true, filter: true, inList: true, references: 'households' },
    { name: 'residentId', kind: 'reference', label: label('重点帮扶对象', 'Resident'), dataClass: 'L2', references: 'residents' },
    { name: 'measures', kind: 'choices', label: label('帮扶措施', 'Measures'), dataClass: 'L2', required: true, filter: true, inList: true, choices: CARE_MEASURES },
    { name: 'difficulty', kind: 'long-text', label: label('困难情况', 'Difficulty'), dataClass: 'L4', mask: 'all', most: 1000 },
    { name: 'helperName', kind: 'text', label: label('帮扶责任人', 'Helper'), dataClass: 'L2', search: 'prefix', inList: true, most: 50 },
    { name: 'helperPhone', kind: 'phone', label: label('帮扶责任人电话', 'Phone of the helper'), dataClass: 'L4', mask: 'phone', search: 'exact' },
    { name: 'begunOn', kind: 'date', label: label('开始日期', 'Begun on'), dataClass: 'L2', filter: true, sort: true },
    { name: 'dueOn', kind: 'date', label: label('计划完成', 'Planned until'), dataClass: 'L2', filter: true, sort: true, inList: true, mayLieAhead: true },
    { name: 'endedOn', kind: 'date', label: label('结束日期', 'Ended on'), dataClass: 'L2', filter: true, sort: true },
    { name: 'result', kind: 'long-text', label: label('帮扶成效', 'Result'), dataClass: 'L2', most: 1000 },
    { name: 'state', kind: 'choice', label: label('状态', 'State'), dataClass: 'L2', required: true, filter: true, inList: true, choices: PLAN_STATES },
  ],
};
