// biome-ignore-all format: a table, one field a line
import { PERSON_ATTACHMENTS } from '../attachments/attachments.js';
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { ASSISTANCE_KINDS, HOUSEHOLD_KINDS, TENURES } from '../dictionaries/household.js';

/** 家庭库. Called by its number: the name of its head is somebody's. */
export const HOUSEHOLDS: RegisterDefinition = {
  name: 'households',
  element: 'households',
  label: label('家庭', 'Households'),
  geometry: 'none',
  titleField: 'householdNumber',
  attachments: { kinds: PERSON_ATTACHMENTS },
  naturalKey: ['householdNumber'],
  likeness: {
    exact: ['householdNumber', 'headIdentityNumber'],
    distinct: [],
    scored: [
      { field: 'headName', weight: 40, how: 'name' },
      { field: 'address', weight: 35, how: 'address' },
      { field: 'headPhone', weight: 25, how: 'equal' },
    ],
    threshold: 60,
    lookups: [['headName', 'address'], ['headName', 'headPhone'], ['address', 'headPhone']],
  },
  fields: [
    { name: 'householdNumber', kind: 'text', label: label('户号', 'Household number'), dataClass: 'L2', required: true, search: 'prefix', sort: true, inList: true, most: 30 },
    { name: 'householdKind', kind: 'choice', label: label('户别', 'Kind of household'), dataClass: 'L2', required: true, filter: true, inList: true, choices: HOUSEHOLD_KINDS },
    { name: 'headName', kind: 'text', label: label('户主姓名', 'Head of the household'), dataClass: 'L3', mask: 'name', required: true, search: 'prefix', inList: true, most: 50 },
    { name: 'headIdentityNumber', kind: 'identity-number', label: label('户主公民身份号码', 'Identity number of the head'), dataClass: 'L4', mask: 'identity-number', search: 'exact' },
    { name: 'headPhone', kind: 'phone', label: label('户主联系方式', 'Phone of the head'), dataClass: 'L4', mask: 'phone', search: 'exact', inList: true },
    { name: 'buildingId', kind: 'reference', label: label('所在楼栋', 'Building'), dataClass: 'L2', filter: true, inList: true, references: 'buildings' },
    { name: 'unit', kind: 'text', label: label('单元', 'Entrance'), dataClass: 'L2', most: 20 },
    { name: 'room', kind: 'text', label: label('房间号', 'Room'), dataClass: 'L3', mask: 'all', most: 20 },
    { name: 'address', kind: 'text', label: label('详细地址', 'Address'), dataClass: 'L3', mask: 'address', most: 200 },
    { name: 'memberCount', kind: 'integer', label: label('人口数', 'Members'), dataClass: 'L2', filter: true, sort: true, inList: true, range: [0, 500] },
    { name: 'isRegisteredHere', kind: 'boolean', label: label('人户一致', 'Lives where registered'), dataClass: 'L2', filter: true },
    { name: 'tenure', kind: 'choice', label: label('居住方式', 'Tenure'), dataClass: 'L2', filter: true, choices: TENURES },
    { name: 'assistance', kind: 'choice', label: label('救助类型', 'Assistance'), dataClass: 'L2', filter: true, choices: ASSISTANCE_KINDS },
    { name: 'movedInOn', kind: 'date', label: label('入住日期', 'Moved in on'), dataClass: 'L2', filter: true, sort: true },
    { name: 'note', kind: 'long-text', label: label('困难及诉求', 'Difficulties and wishes'), dataClass: 'L4', mask: 'all', most: 1000 },
  ],
};
