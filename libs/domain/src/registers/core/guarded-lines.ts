// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { HAZARD_LEVELS, LINE_KINDS } from '../dictionaries/land.js';

/** 地: 护路护线 of GB/T 31000, as lines. */
export const GUARDED_LINES: RegisterDefinition = {
  name: 'guarded-lines',
  element: 'land',
  label: label('护路护线', 'Guarded lines'),
  geometry: 'line',
  titleField: 'name',
  naturalKey: ['code'],
  fields: [
    { name: 'code', kind: 'text', label: label('线路编号', 'Line code'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 30 },
    { name: 'name', kind: 'text', label: label('线路名称', 'Name'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 80 },
    { name: 'lineKind', kind: 'choice', label: label('线路类型', 'Kind'), dataClass: 'L1', required: true, filter: true, inList: true, choices: LINE_KINDS },
    { name: 'ownerName', kind: 'text', label: label('隶属单位', 'Belongs to'), dataClass: 'L1', search: 'prefix', inList: true, most: 100 },
    { name: 'ownerPhone', kind: 'phone', label: label('隶属单位电话', 'Phone of the owner'), dataClass: 'L4', mask: 'phone', search: 'exact' },
    { name: 'managerName', kind: 'text', label: label('管辖单位', 'Watched by'), dataClass: 'L1', search: 'prefix', inList: true, most: 100 },
    { name: 'securityLeadName', kind: 'text', label: label('分管治保负责人', 'Head of security'), dataClass: 'L3', mask: 'name', most: 50 },
    { name: 'length', kind: 'number', label: label('长度（米）', 'Length (m)'), dataClass: 'L1', filter: true, sort: true },
    { name: 'hazard', kind: 'long-text', label: label('治安隐患情况', 'Hazards'), dataClass: 'L2', most: 1000 },
    { name: 'hazardLevel', kind: 'choice', label: label('隐患等级', 'Level of the hazard'), dataClass: 'L2', filter: true, inList: true, choices: HAZARD_LEVELS },
    { name: 'patrolledOn', kind: 'date', label: label('最近巡查', 'Last patrolled'), dataClass: 'L2', filter: true, sort: true },
    { name: 'note', kind: 'long-text', label: label('备注', 'Note'), dataClass: 'L1', most: 1000 },
  ],
};
