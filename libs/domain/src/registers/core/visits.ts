// biome-ignore-all format: a table, one field a line
import { PERSON_ATTACHMENTS } from '../attachments/attachments.js';
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { VISIT_FINDINGS, VISIT_KINDS, VISIT_WAYS } from '../dictionaries/situations.js';

/** 情: notes of visits to a household or a person. */
export const VISITS: RegisterDefinition = {
  name: 'visits',
  element: 'situations',
  label: label('走访记录', 'Visits'),
  geometry: 'none',
  titleField: 'subject',
  keeping: { since: 'visitedAt', fields: ['record', 'confidential'] },
  attachments: { kinds: PERSON_ATTACHMENTS },
  fields: [
    { name: 'subject', kind: 'text', label: label('走访事由', 'Subject'), dataClass: 'L2', required: true, search: 'prefix', sort: true, inList: true, most: 100 },
    { name: 'visitKind', kind: 'choice', label: label('走访类型', 'Kind'), dataClass: 'L2', required: true, filter: true, inList: true, choices: VISIT_KINDS },
    { name: 'way', kind: 'choice', label: label('走访方式', 'Way'), dataClass: 'L2', required: true, filter: true, choices: VISIT_WAYS },
    { name: 'visitedAt', kind: 'instant', label: label('走访时间', 'Visited at'), dataClass: 'L2', required: true, filter: true, sort: true, inList: true },
    { name: 'householdId', kind: 'reference', label: label('走访家庭', 'Household'), dataClass: 'L2', filter: true, inList: true, references: 'households' },
    { name: 'residentId', kind: 'reference', label: label('走访对象', 'Resident'), dataClass: 'L2', filter: true, inList: true, references: 'residents' },
    { name: 'findings', kind: 'choices', label: label('走访发现', 'Findings'), dataClass: 'L2', filter: true, inList: true, choices: VISIT_FINDINGS },
    { name: 'record', kind: 'long-text', label: label('走访情况', 'What was seen and said'), dataClass: 'L2', most: 1000 },
    { name: 'confidential', kind: 'long-text', label: label('不公开情况', 'In confidence'), dataClass: 'L4', mask: 'all', most: 1000 },
    { name: 'nextVisitOn', kind: 'date', label: label('下次走访', 'Next visit'), dataClass: 'L2', filter: true, sort: true, mayLieAhead: true },
  ],
};
