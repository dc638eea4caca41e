// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { ADDRESS_KINDS } from '../dictionaries/land.js';

/** 地: 标准地址, the name by which a place is found. */
export const ADDRESSES: RegisterDefinition = {
  name: 'addresses',
  element: 'land',
  label: label('标准地址', 'Addresses'),
  geometry: 'point',
  titleField: 'fullAddress',
  naturalKey: ['code'],
  fields: [
    { name: 'code', kind: 'text', label: label('地址编码', 'Address code'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 40 },
    { name: 'fullAddress', kind: 'text', label: label('标准地址全称', 'Full address'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 150 },
    { name: 'addressKind', kind: 'choice', label: label('地址类型', 'Kind'), dataClass: 'L1', required: true, filter: true, inList: true, choices: ADDRESS_KINDS },
    { name: 'road', kind: 'text', label: label('街路巷', 'Road'), dataClass: 'L1', search: 'prefix', inList: true, most: 60 },
    { name: 'number', kind: 'text', label: label('门楼牌号', 'Number'), dataClass: 'L1', inList: true, most: 40 },
    { name: 'placeName', kind: 'text', label: label('小区或地名', 'Place name'), dataClass: 'L1', search: 'prefix', most: 80 },
    { name: 'buildingId', kind: 'reference', label: label('对应楼栋', 'Building'), dataClass: 'L1', filter: true, references: 'buildings' },
    { name: 'registeredOn', kind: 'date', label: label('登记日期', 'Registered on'), dataClass: 'L1', filter: true, sort: true },
    { name: 'note', kind: 'long-text', label: label('备注', 'Note'), dataClass: 'L1', most: 1000 },
  ],
};
