// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { FIRE_EQUIPMENT, HAZARD_LEVELS, SAFETY_PLACE_KINDS } from '../dictionaries/land.js';
import { SAFETY_HAZARDS } from '../dictionaries/places.js';

/** 地: 九小场所 and other small places of safety interest. */
export const SAFETY_PLACES: RegisterDefinition = {
  name: 'safety-places',
  element: 'land',
  label: label('九小场所', 'Small places'),
  geometry: 'point',
  titleField: 'name',
  fields: [
    { name: 'name', kind: 'text', label: label('场所名称', 'Name'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 100 },
    { name: 'placeKind', kind: 'choice', label: label('场所类型', 'Kind'), dataClass: 'L1', required: true, filter: true, inList: true, choices: SAFETY_PLACE_KINDS },
    { name: 'buildingId', kind: 'reference', label: label('所在楼栋', 'Building'), dataClass: 'L1', filter: true, references: 'buildings' },
    { name: 'organizationId', kind: 'reference', label: label('经营单位', 'Organization'), dataClass: 'L1', filter: true, references: 'organizations' },
    { name: 'address', kind: 'text', label: label('详细地址', 'Address'), dataClass: 'L1', most: 200 },
    { name: 'floorArea', kind: 'number', label: label('经营面积（平方米）', 'Floor area (m²)'), dataClass: 'L1', filter: true, sort: true },
    { name: 'staff', kind: 'integer', label: label('从业人数', 'Staff'), dataClass: 'L2', filter: true, sort: true, range: [0, 10_000] },
    { name: 'keeperName', kind: 'text', label: label('负责人', 'Person in charge'), dataClass: 'L3', mask: 'name', search: 'prefix', inList: true, most: 50 },
    { name: 'keeperPhone', kind: 'phone', label: label('负责人电话', 'Phone'), dataClass: 'L4', mask: 'phone', search: 'exact', inList: true },
    { name: 'equipment', kind: 'choices', label: label('消防设施', 'Fire equipment'), dataClass: 'L1', filter: true, choices: FIRE_EQUIPMENT },
    { name: 'hasLodging', kind: 'boolean', label: label('住宿与经营合用', 'People sleep there'), dataClass: 'L2', filter: true },
    { name: 'usesGas', kind: 'boolean', label: label('使用燃气', 'Uses gas'), dataClass: 'L2', filter: true },
    { name: 'safetyHazard', kind: 'choice', label: label('隐患类型', 'Safety hazard'), dataClass: 'L2', filter: true, choices: SAFETY_HAZARDS },
    { name: 'hazardLevel', kind: 'choice', label: label('隐患等级', 'Level of the hazard'), dataClass: 'L2', filter: true, inList: true, choices: HAZARD_LEVELS },
    { name: 'checkedOn', kind: 'date', label: label('最近检查', 'Last checked'), dataClass: 'L2', filter: true, sort: true, inList: true },
    { name: 'mendedBy', kind: 'date', label: label('整改期限', 'To be mended by'), dataClass: 'L2', filter: true, sort: true, mayLieAhead: true },
    { name: 'note', kind: 'long-text', label: label('备注', 'Note'), dataClass: 'L2', most: 1000 },
  ],
};
