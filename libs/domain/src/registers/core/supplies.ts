// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { SUPPLY_KINDS } from '../dictionaries/objects.js';

/** 物: what lies ready for floods, fires, snow and illness. */
export const SUPPLIES: RegisterDefinition = {
  name: 'supplies',
  element: 'objects',
  label: label('物资', 'Supplies'),
  geometry: 'point',
  titleField: 'name',
  naturalKey: ['code'],
  fields: [
    { name: 'code', kind: 'text', label: label('物资编号', 'Supply code'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 30 },
    { name: 'name', kind: 'text', label: label('物资名称', 'Name'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 80 },
    { name: 'supplyKind', kind: 'choice', label: label('物资类别', 'Kind'), dataClass: 'L1', required: true, filter: true, inList: true, choices: SUPPLY_KINDS },
    { name: 'quantity', kind: 'number', label: label('数量', 'Quantity'), dataClass: 'L1', required: true, filter: true, sort: true, inList: true },
    { name: 'unit', kind: 'text', label: label('计量单位', 'Unit'), dataClass: 'L1', required: true, inList: true, most: 10 },
    { name: 'leastQuantity', kind: 'number', label: label('最低储备', 'Least to be kept'), dataClass: 'L1', filter: true, sort: true },
    { name: 'warehouse', kind: 'text', label: label('存放地点', 'Kept at'), dataClass: 'L1', search: 'prefix', inList: true, most: 100 },
    { name: 'bestBefore', kind: 'date', label: label('有效期至', 'Good until'), dataClass: 'L1', filter: true, sort: true, inList: true, mayLieAhead: true },
    { name: 'countedOn', kind: 'date', label: label('盘点日期', 'Counted on'), dataClass: 'L1', filter: true, sort: true },
    { name: 'keeperName', kind: 'text', label: label('保管人', 'Keeper'), dataClass: 'L3', mask: 'name', most: 50 },
    { name: 'keeperPhone', kind: 'phone', label: label('保管人电话', 'Phone of the keeper'), dataClass: 'L4', mask: 'phone', search: 'exact' },
    { name: 'note', kind: 'long-text', label: label('备注', 'Note'), dataClass: 'L1', most: 1000 },
  ],
};
