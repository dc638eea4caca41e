// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { WARNING_KINDS, WARNING_LEVELS } from '../dictionaries/sky.js';

/** 天: a warning for an area, with its level and how long it holds. */
export const WARNINGS: RegisterDefinition = {
  name: 'warnings',
  element: 'sky',
  label: label('预警', 'Warnings'),
  geometry: 'area',
  titleField: 'title',
  fields: [
    { name: 'title', kind: 'text', label: label('预警标题', 'Title'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 100 },
    { name: 'warningKind', kind: 'choice', label: label('预警类型', 'Kind'), dataClass: 'L1', required: true, filter: true, inList: true, choices: WARNING_KINDS },
    { name: 'level', kind: 'choice', label: label('预警级别', 'Level'), dataClass: 'L1', required: true, filter: true, inList: true, choices: WARNING_LEVELS },
    { name: 'issuer', kind: 'text', label: label('发布单位', 'Issued by'), dataClass: 'L1', required: true, search: 'prefix', inList: true, most: 100 },
    { name: 'issuedAt', kind: 'instant', label: label('发布时间', 'Issued at'), dataClass: 'L1', required: true, filter: true, sort: true, inList: true },
    { name: 'validFrom', kind: 'instant', label: label('生效时间', 'Valid from'), dataClass: 'L1', required: true, filter: true, sort: true, mayLieAhead: true },
    { name: 'validTo', kind: 'instant', label: label('失效时间', 'Valid to'), dataClass: 'L1', required: true, filter: true, sort: true, inList: true, mayLieAhead: true },
    { name: 'content', kind: 'long-text', label: label('预警内容', 'Content'), dataClass: 'L1', required: true, most: 1000 },
    { name: 'advice', kind: 'long-text', label: label('防御指引', 'Advice'), dataClass: 'L1', most: 1000 },
  ],
};
