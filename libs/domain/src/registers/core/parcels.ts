// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { LAND_RIGHTS, LAND_USES } from '../dictionaries/land.js';

/** 地: parcels of land, as areas. */
export const PARCELS: RegisterDefinition = {
  name: 'parcels',
  element: 'land',
  label: label('地块', 'Parcels'),
  geometry: 'area',
  titleField: 'name',
  naturalKey: ['code'],
  fields: [
    { name: 'code', kind: 'text', label: label('地块编号', 'Parcel code'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 30 },
    { name: 'name', kind: 'text', label: label('地块名称', 'Name'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 80 },
    { name: 'landUse', kind: 'choice', label: label('用地类型', 'Use of the land'), dataClass: 'L1', required: true, filter: true, inList: true, choices: LAND_USES },
    { name: 'landRight', kind: 'choice', label: label('权属性质', 'Kind of right'), dataClass: 'L1', filter: true, inList: true, choices: LAND_RIGHTS },
    { name: 'holderName', kind: 'text', label: label('权利单位', 'Holder'), dataClass: 'L1', search: 'prefix', inList: true, most: 100 },
    { name: 'areaSize', kind: 'number', label: label('面积（平方米）', 'Area (m²)'), dataClass: 'L1', filter: true, sort: true, inList: true },
    { name: 'address', kind: 'text', label: label('坐落', 'Address'), dataClass: 'L1', most: 200 },
    { name: 'surveyedOn', kind: 'date', label: label('调查日期', 'Surveyed on'), dataClass: 'L1', filter: true, sort: true },
    { name: 'note', kind: 'long-text', label: label('备注', 'Note'), dataClass: 'L1', most: 1000 },
  ],
};
