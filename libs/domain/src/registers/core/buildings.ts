// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { BUILDING_STRUCTURES, BUILDING_USES, SAFETY_HAZARDS } from '../dictionaries/places.js';

/** 房屋库: buildings, to which households and organizations belong. */
export const BUILDINGS: RegisterDefinition = {
  name: 'buildings',
  element: 'land',
  label: label('房屋楼栋', 'Buildings'),
  geometry: 'point',
  titleField: 'name',
  naturalKey: ['code'],
  fields: [
    { name: 'code', kind: 'text', label: label('房屋编号', 'Building code'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 30 },
    { name: 'name', kind: 'text', label: label('楼栋名称', 'Name'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 80 },
    { name: 'estateName', kind: 'text', label: label('小区名称', 'Estate'), dataClass: 'L1', search: 'prefix', inList: true, most: 80 },
    { name: 'address', kind: 'text', label: label('房屋地址', 'Address'), dataClass: 'L1', most: 200 },
    { name: 'use', kind: 'choice', label: label('房屋用途', 'Use'), dataClass: 'L1', required: true, filter: true, inList: true, choices: BUILDING_USES },
    { name: 'structure', kind: 'choice', label: label('建筑结构', 'Structure'), dataClass: 'L1', filter: true, choices: BUILDING_STRUCTURES },
    { name: 'builtYear', kind: 'integer', label: label('建成年份', 'Year built'), dataClass: 'L1', filter: true, sort: true, range: [1850, 2100] },
    { name: 'floors', kind: 'integer', label: label('层数', 'Floors'), dataClass: 'L1', filter: true, sort: true, inList: true, range: [1, 200] },
    { name: 'basementFloors', kind: 'integer', label: label('地下层数', 'Basement floors'), dataClass: 'L1', range: [0, 10] },
    { name: 'units', kind: 'integer', label: label('单元数', 'Entrances'), dataClass: 'L1', range: [0, 100] },
    { name: 'dwellings', kind: 'integer', label: label('户数', 'Dwellings'), dataClass: 'L2', filter: true, sort: true, inList: true, range: [0, 5000] },
    { name: 'floorArea', kind: 'number', label: label('建筑面积（平方米）', 'Floor area (m²)'), dataClass: 'L1', filter: true, sort: true, range: [0, 10_000_000] },
    { name: 'hasLift', kind: 'boolean', label: label('有电梯', 'Has a lift'), dataClass: 'L1', filter: true },
    { name: 'safetyHazard', kind: 'choice', label: label('隐患类型', 'Safety hazard'), dataClass: 'L2', filter: true, choices: SAFETY_HAZARDS },
    { name: 'leaderName', kind: 'text', label: label('楼栋长姓名', 'Building leader'), dataClass: 'L3', mask: 'name', most: 50 },
    { name: 'leaderPhone', kind: 'phone', label: label('楼栋长联系方式', 'Phone of the building leader'), dataClass: 'L4', mask: 'phone', search: 'exact' },
    { name: 'note', kind: 'long-text', label: label('备注', 'Note'), dataClass: 'L2', most: 1000 },
  ],
};
