// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { ACCURACIES, COMPONENT_STATES, DATA_SOURCES } from '../dictionaries/places.js';

/** 部件库: the attributes of GB/T 47678.5, table 2. The unit grid, street and community follow from the point. */
export const COMPONENTS: RegisterDefinition = {
  name: 'components',
  element: 'objects',
  label: label('管理部件', 'Components'),
  geometry: 'point',
  titleField: 'name',
  naturalKey: ['code'],
  fields: [
    { name: 'code', kind: 'component-code', label: label('标识码', 'Component code'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true },
    { name: 'name', kind: 'text', label: label('名称', 'Name'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 30 },
    { name: 'state', kind: 'choice', label: label('状态', 'State'), dataClass: 'L1', required: true, filter: true, inList: true, choices: COMPONENT_STATES },
    { name: 'authorityCode', kind: 'credit-code', label: label('主管部门代码', 'Code of the authority'), dataClass: 'L1', required: true, search: 'exact' },
    { name: 'authorityName', kind: 'text', label: label('主管部门名称', 'Authority'), dataClass: 'L1', required: true, search: 'prefix', inList: true, most: 100 },
    { name: 'ownerCode', kind: 'credit-code', label: label('权属单位代码', 'Code of the owner'), dataClass: 'L1' },
    { name: 'ownerName', kind: 'text', label: label('权属单位名称', 'Owner'), dataClass: 'L1', most: 100 },
    { name: 'maintainerCode', kind: 'credit-code', label: label('养护单位代码', 'Code of the maintainer'), dataClass: 'L1' },
    { name: 'maintainerName', kind: 'text', label: label('养护单位名称', 'Maintainer'), dataClass: 'L1', inList: true, most: 100 },
    { name: 'initialDate', kind: 'date', label: label('初始日期', 'First recorded on'), dataClass: 'L1', required: true, filter: true, sort: true, inList: true },
    { name: 'changedOn', kind: 'date', label: label('变更日期', 'Changed on'), dataClass: 'L1', filter: true, sort: true },
    { name: 'dataSource', kind: 'choice', label: label('数据来源', 'Data source'), dataClass: 'L1', filter: true, choices: DATA_SOURCES },
    { name: 'accuracy', kind: 'choice', label: label('定位精度', 'Accuracy'), dataClass: 'L1', filter: true, choices: ACCURACIES },
    { name: 'note', kind: 'long-text', label: label('备注', 'Note'), dataClass: 'L1', most: 1000 },
  ],
};
