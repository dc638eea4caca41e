// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { LET_USES, ROOM_USES } from '../dictionaries/land.js';
import { SAFETY_HAZARDS } from '../dictionaries/places.js';
import { TENURES } from '../dictionaries/household.js';

/** 地: 实有房屋 of GB/T 31000, one by one in their building; 出租房 has fields of its own. */
export const ROOMS: RegisterDefinition = {
  name: 'rooms',
  element: 'land',
  label: label('房屋', 'Rooms'),
  geometry: 'none',
  titleField: 'number',
  naturalKey: ['number'],
  fields: [
    { name: 'number', kind: 'text', label: label('房屋编号', 'Room number'), dataClass: 'L2', required: true, search: 'prefix', sort: true, inList: true, most: 40 },
    { name: 'buildingId', kind: 'reference', label: label('所在楼栋', 'Building'), dataClass: 'L2', required: true, filter: true, inList: true, references: 'buildings' },
    { name: 'unit', kind: 'text', label: label('单元', 'Entrance'), dataClass: 'L2', inList: true, most: 20 },
    { name: 'floor', kind: 'integer', label: label('楼层', 'Floor'), dataClass: 'L2', filter: true, sort: true, inList: true, range: [-10, 200] },
    { name: 'room', kind: 'text', label: label('房号', 'Room'), dataClass: 'L3', mask: 'all', most: 20 },
    { name: 'roomUse', kind: 'choice', label: label('使用情况', 'Use'), dataClass: 'L2', required: true, filter: true, inList: true, choices: ROOM_USES },
    { name: 'floorArea', kind: 'number', label: label('建筑面积（平方米）', 'Floor area (m²)'), dataClass: 'L2', filter: true, sort: true },
    { name: 'tenure', kind: 'choice', label: label('产权性质', 'Tenure'), dataClass: 'L2', filter: true, choices: TENURES },
    { name: 'ownerName', kind: 'text', label: label('房主姓名', 'Owner'), dataClass: 'L3', mask: 'name', search: 'prefix', most: 50 },
    { name: 'ownerIdentityNumber', kind: 'identity-number', label: label('房主证件号码', 'Identity number of the owner'), dataClass: 'L4', mask: 'identity-number', search: 'exact' },
    { name: 'ownerPhone', kind: 'phone', label: label('房主联系方式', 'Phone of the owner'), dataClass: 'L4', mask: 'phone', search: 'exact' },
    { name: 'ownerAddress', kind: 'text', label: label('房主现居详址', 'Address of the owner'), dataClass: 'L3', mask: 'address', most: 200 },
    { name: 'letUse', kind: 'choice', label: label('出租用途', 'Let for'), dataClass: 'L2', filter: true, choices: LET_USES, shownWhen: { field: 'roomUse', is: ['rented'] } },
    { name: 'letFrom', kind: 'date', label: label('租赁起', 'Let from'), dataClass: 'L2', filter: true, sort: true, mayLieAhead: true, shownWhen: { field: 'roomUse', is: ['rented'] } },
    { name: 'letTo', kind: 'date', label: label('租赁止', 'Let until'), dataClass: 'L2', filter: true, sort: true, mayLieAhead: true, shownWhen: { field: 'roomUse', is: ['rented'] } },
    { name: 'tenantId', kind: 'reference', label: label('承租人档案', 'Tenant'), dataClass: 'L2', references: 'residents', shownWhen: { field: 'roomUse', is: ['rented'] } },
    { name: 'tenantName', kind: 'text', label: label('承租人姓名', 'Name of the tenant'), dataClass: 'L3', mask: 'name', search: 'prefix', most: 50, shownWhen: { field: 'roomUse', is: ['rented'] } },
    { name: 'tenantIdentityNumber', kind: 'identity-number', label: label('承租人证件号码', 'Identity number of the tenant'), dataClass: 'L4', mask: 'identity-number', search: 'exact', shownWhen: { field: 'roomUse', is: ['rented'] } },
    { name: 'tenantPhone', kind: 'phone', label: label('承租人联系方式', 'Phone of the tenant'), dataClass: 'L4', mask: 'phone', search: 'exact', shownWhen: { field: 'roomUse', is: ['rented'] } },
    { name: 'tenants', kind: 'integer', label: label('租住人数', 'People who rent'), dataClass: 'L2', filter: true, sort: true, range: [0, 200], shownWhen: { field: 'roomUse', is: ['rented'] } },
    { name: 'safetyHazard', kind: 'choice', label: label('隐患类型', 'Safety hazard'), dataClass: 'L2', filter: true, choices: SAFETY_HAZARDS },
    { name: 'note', kind: 'long-text', label: label('备注', 'Note'), dataClass: 'L2', most: 1000 },
  ],
};
