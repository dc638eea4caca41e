// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { LAYER_THEMES } from '../dictionaries/land.js';

/** 空间地理库: any layer of points, lines and areas. Each imported feature is a record. */
export const MAP_FEATURES: RegisterDefinition = {
  name: 'map-features',
  element: 'land',
  label: label('专题图层', 'Map features'),
  geometry: 'any',
  titleField: 'name',
  layer: { nameField: 'layer', otherwise: { theme: 'other' } },
  fields: [
    { name: 'name', kind: 'text', label: label('要素名称', 'Name'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 100 },
    { name: 'layer', kind: 'text', label: label('图层名称', 'Layer'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 60 },
    { name: 'theme', kind: 'choice', label: label('专题', 'Theme'), dataClass: 'L1', required: true, filter: true, inList: true, choices: LAYER_THEMES },
    { name: 'description', kind: 'long-text', label: label('说明', 'Description'), dataClass: 'L1', most: 1000 },
    { name: 'source', kind: 'text', label: label('数据来源', 'Source'), dataClass: 'L1', inList: true, most: 100 },
    { name: 'validFrom', kind: 'date', label: label('现势日期', 'As of'), dataClass: 'L1', filter: true, sort: true, inList: true },
    { name: 'note', kind: 'long-text', label: label('备注', 'Note'), dataClass: 'L1', most: 1000 },
  ],
};
