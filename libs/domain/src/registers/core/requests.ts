// biome-ignore-all format: a table, one field a line
import { PERSON_ATTACHMENTS } from '../attachments/attachments.js';
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { REQUEST_CHANNELS, REQUEST_KINDS, REQUEST_STATES, SATISFACTIONS } from '../dictionaries/situations.js';

/** 情: what citizens ask for, until they are asked whether it was done well. */
export const REQUESTS: RegisterDefinition = {
  name: 'requests',
  element: 'situations',
  label: label('群众诉求', 'Requests'),
  geometry: 'point',
  titleField: 'title',
  attachments: { kinds: PERSON_ATTACHMENTS },
  flow: {
    field: 'state',
    initial: 'registered',
    actions: [
      { name: 'take-on', label: label('受理交办', 'Take on'), from: ['registered'], to: 'in-progress', permission: 'flow.assign', asks: ['handlerName', 'dueOn'], requires: ['handlerName'] },
      { name: 'answer', label: label('答复', 'Answer'), from: ['in-progress'], to: 'answered', permission: 'flow.handle', asks: ['answer', 'answeredOn'], requires: ['answer', 'answeredOn'] },
      { name: 'take-back', label: label('退回再办', 'Take up again'), from: ['answered'], to: 'in-progress', permission: 'flow.review', asks: ['dueOn'], requires: [] },
      { name: 'close', label: label('回访办结', 'Close'), from: ['answered'], to: 'closed', permission: 'flow.review', asks: ['satisfaction'], requires: ['satisfaction'] },
    ],
  },
  fields: [
    { name: 'title', kind: 'text', label: label('诉求标题', 'Title'), dataClass: 'L2', required: true, search: 'prefix', sort: true, inList: true, most: 100 },
    { name: 'requestKind', kind: 'choice', label: label('诉求类别', 'Kind'), dataClass: 'L2', required: true, filter: true, inList: true, choices: REQUEST_KINDS },
    { name: 'channel', kind: 'choice', label: label('来源渠道', 'Channel'), dataClass: 'L2', required: true, filter: true, inList: true, choices: REQUEST_CHANNELS },
    { name: 'receivedAt', kind: 'instant', label: label('受理时间', 'Received at'), dataClass: 'L2', required: true, filter: true, sort: true, inList: true },
    { name: 'content', kind: 'long-text', label: label('诉求内容', 'Content'), dataClass: 'L2', required: true, most: 1000 },
    { name: 'requesterName', kind: 'text', label: label('诉求人', 'Requester'), dataClass: 'L3', mask: 'name', search: 'prefix', most: 50 },
    { name: 'requesterPhone', kind: 'phone', label: label('联系方式', 'Phone'), dataClass: 'L4', mask: 'phone', search: 'exact' },
    { name: 'residentId', kind: 'reference', label: label('人口档案', 'Resident'), dataClass: 'L2', references: 'residents' },
    { name: 'dueOn', kind: 'date', label: label('办理期限', 'Due on'), dataClass: 'L2', filter: true, sort: true, inList: true, mayLieAhead: true },
    { name: 'handlerName', kind: 'text', label: label('承办人', 'Handled by'), dataClass: 'L2', search: 'prefix', most: 50 },
    { name: 'answer', kind: 'long-text', label: label('答复内容', 'Answer'), dataClass: 'L2', most: 1000 },
    { name: 'answeredOn', kind: 'date', label: label('答复日期', 'Answered on'), dataClass: 'L2', filter: true, sort: true },
    { name: 'satisfaction', kind: 'choice', label: label('满意度', 'Satisfaction'), dataClass: 'L2', filter: true, choices: SATISFACTIONS },
    { name: 'state', kind: 'choice', label: label('办理状态', 'State'), dataClass: 'L2', required: true, filter: true, inList: true, choices: REQUEST_STATES },
  ],
};
