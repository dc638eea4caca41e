// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { DEVICE_STATES, STATION_KINDS } from '../dictionaries/sky.js';

/** 天: where weather, air and water are measured. */
export const STATIONS: RegisterDefinition = {
  name: 'stations',
  element: 'sky',
  label: label('监测站', 'Stations'),
  geometry: 'point',
  titleField: 'name',
  naturalKey: ['code'],
  fields: [
    { name: 'code', kind: 'text', label: label('站点编号', 'Station code'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 30 },
    { name: 'name', kind: 'text', label: label('站点名称', 'Name'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 80 },
    { name: 'stationKind', kind: 'choice', label: label('站点类型', 'Kind'), dataClass: 'L1', required: true, filter: true, inList: true, choices: STATION_KINDS },
    { name: 'operatorName', kind: 'text', label: label('运行单位', 'Operator'), dataClass: 'L1', search: 'prefix', inList: true, most: 100 },
    { name: 'maintainerPhone', kind: 'phone', label: label('维护联系电话', 'Phone of the maintainer'), dataClass: 'L4', mask: 'phone', search: 'exact' },
    { name: 'elevation', kind: 'number', label: label('海拔（米）', 'Elevation (m)'), dataClass: 'L1', range: [-500, 9000] },
    { name: 'installedOn', kind: 'date', label: label('安装日期', 'Installed on'), dataClass: 'L1', filter: true, sort: true },
    { name: 'state', kind: 'choice', label: label('状态', 'State'), dataClass: 'L1', required: true, filter: true, inList: true, choices: DEVICE_STATES },
    { name: 'note', kind: 'long-text', label: label('备注', 'Note'), dataClass: 'L1', most: 1000 },
  ],
};
