// biome-ignore-all format: a table, one field a line
import { PERSON_ATTACHMENTS } from '../attachments/attachments.js';
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { DISPUTE_KINDS, DISPUTE_SCALES, DISPUTE_STATES, MEDIATION_WAYS, SATISFACTIONS } from '../dictionaries/situations.js';
import { GENDERS } from '../dictionaries/person.js';

/** 情: 矛盾纠纷排查化解 of GB/T 31000, from being entered to the visit afterwards. */
export const DISPUTES: RegisterDefinition = {
  name: 'disputes',
  element: 'situations',
  label: label('矛盾纠纷', 'Disputes'),
  geometry: 'point',
  titleField: 'title',
  attachments: { kinds: PERSON_ATTACHMENTS },
  flow: {
    field: 'state',
    initial: 'registered',
    actions: [
      { name: 'assign', label: label('指派', 'Assign'), from: ['registered', 'failed'], to: 'assigned', permission: 'flow.assign', asks: ['mediatingBody', 'mediatorName', 'dueOn'], requires: ['mediatorName', 'dueOn'] },
      { name: 'mediate', label: label('开始化解', 'Begin mediation'), from: ['assigned'], to: 'mediating', permission: 'flow.handle', asks: ['way'], requires: ['way'] },
      { name: 'reassign', label: label('改派', 'Assign to another'), from: ['assigned'], to: 'assigned', permission: 'flow.assign', asks: ['mediatingBody', 'mediatorName', 'dueOn'], requires: ['mediatorName'] },
      { name: 'succeed', label: label('化解成功', 'Resolved'), from: ['mediating'], to: 'resolved', permission: 'flow.handle', asks: ['result', 'resolvedOn'], requires: ['result', 'resolvedOn'] },
      { name: 'fail', label: label('化解失败', 'Failed'), from: ['mediating'], to: 'failed', permission: 'flow.handle', asks: ['result', 'resolvedOn'], requires: ['result'] },
      { name: 'visit', label: label('回访', 'Visit again'), from: ['resolved'], to: 'visited', permission: 'flow.review', asks: ['satisfaction', 'reviewedOn', 'reviewNote'], requires: ['satisfaction', 'reviewedOn'] },
      { name: 'reopen', label: label('重新化解', 'Take up again'), from: ['resolved', 'visited'], to: 'assigned', permission: 'flow.review', asks: ['mediatorName', 'dueOn'], requires: ['mediatorName', 'dueOn'] },
    ],
  },
  fields: [
    { name: 'title', kind: 'text', label: label('纠纷名称', 'Title'), dataClass: 'L2', required: true, search: 'prefix', sort: true, inList: true, most: 100 },
    { name: 'disputeKind', kind: 'choice', label: label('纠纷类别', 'Kind'), dataClass: 'L2', required: true, filter: true, inList: true, choices: DISPUTE_KINDS },
    { name: 'scale', kind: 'choice', label: label('纠纷规模', 'Scale'), dataClass: 'L2', required: true, filter: true, choices: DISPUTE_SCALES },
    { name: 'occurredOn', kind: 'date', label: label('发生日期', 'Occurred on'), dataClass: 'L2', required: true, filter: true, sort: true, inList: true },
    { name: 'place', kind: 'text', label: label('发生地点', 'Place'), dataClass: 'L2', most: 200 },
    { name: 'peopleInvolved', kind: 'integer', label: label('涉及人数', 'People involved'), dataClass: 'L2', filter: true, sort: true, range: [1, 100_000] },
    { name: 'summary', kind: 'long-text', label: label('简述', 'Summary'), dataClass: 'L2', required: true, most: 1000 },
    { name: 'organizationId', kind: 'reference', label: label('涉及单位', 'Organization involved'), dataClass: 'L2', filter: true, references: 'organizations' },
    { name: 'residentId', kind: 'reference', label: label('主要当事人档案', 'Resident'), dataClass: 'L2', references: 'residents' },
    { name: 'partyName', kind: 'text', label: label('主要当事人', 'Main party'), dataClass: 'L3', mask: 'name', search: 'prefix', most: 50 },
    { name: 'partyIdentityNumber', kind: 'identity-number', label: label('当事人证件号码', 'Identity number of the party'), dataClass: 'L4', mask: 'identity-number', search: 'exact' },
    { name: 'partyGender', kind: 'choice', label: label('当事人性别', 'Gender of the party'), dataClass: 'L2', choices: GENDERS },
    { name: 'partyPhone', kind: 'phone', label: label('当事人联系方式', 'Phone of the party'), dataClass: 'L4', mask: 'phone', search: 'exact' },
    { name: 'partyAddress', kind: 'text', label: label('当事人居住详址', 'Address of the party'), dataClass: 'L3', mask: 'address', most: 200 },
    { name: 'dueOn', kind: 'date', label: label('化解时限', 'To be resolved by'), dataClass: 'L2', filter: true, sort: true, inList: true, mayLieAhead: true },
    { name: 'way', kind: 'choice', label: label('化解方式', 'Way of mediation'), dataClass: 'L2', filter: true, choices: MEDIATION_WAYS },
    { name: 'mediatingBody', kind: 'text', label: label('化解组织', 'Mediating body'), dataClass: 'L2', search: 'prefix', most: 100 },
    { name: 'mediatorName', kind: 'text', label: label('化解责任人', 'Mediator'), dataClass: 'L2', search: 'prefix', inList: true, most: 50 },
    { name: 'result', kind: 'long-text', label: label('化解情况', 'Result'), dataClass: 'L2', most: 1000 },
    { name: 'resolvedOn', kind: 'date', label: label('化解日期', 'Ended on'), dataClass: 'L2', filter: true, sort: true },
    { name: 'satisfaction', kind: 'choice', label: label('回访满意度', 'Satisfaction'), dataClass: 'L2', filter: true, choices: SATISFACTIONS },
    { name: 'reviewedOn', kind: 'date', label: label('回访日期', 'Visited again on'), dataClass: 'L2', filter: true, sort: true },
    { name: 'reviewNote', kind: 'long-text', label: label('回访情况', 'What was heard then'), dataClass: 'L2', most: 1000 },
    { name: 'state', kind: 'choice', label: label('化解状态', 'State'), dataClass: 'L2', required: true, filter: true, inList: true, choices: DISPUTE_STATES },
  ],
};
