// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { IOT_KINDS, NETWORKS } from '../dictionaries/objects.js';
import { DEVICE_STATES } from '../dictionaries/sky.js';

/** 物: sensors and call buttons. */
export const DEVICES: RegisterDefinition = {
  name: 'devices',
  element: 'objects',
  label: label('感知设备', 'Devices'),
  geometry: 'point',
  titleField: 'name',
  naturalKey: ['code'],
  fields: [
    { name: 'code', kind: 'text', label: label('设备编号', 'Device code'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 40 },
    { name: 'name', kind: 'text', label: label('设备名称', 'Name'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 80 },
    { name: 'deviceKind', kind: 'choice', label: label('设备类型', 'Kind'), dataClass: 'L1', required: true, filter: true, inList: true, choices: IOT_KINDS },
    { name: 'buildingId', kind: 'reference', label: label('所在楼栋', 'Building'), dataClass: 'L1', filter: true, references: 'buildings' },
    { name: 'model', kind: 'text', label: label('型号', 'Model'), dataClass: 'L1', most: 60 },
    { name: 'network', kind: 'choice', label: label('联网方式', 'Network'), dataClass: 'L1', filter: true, choices: NETWORKS },
    { name: 'maintainerName', kind: 'text', label: label('维护单位', 'Maintainer'), dataClass: 'L1', search: 'prefix', inList: true, most: 100 },
    { name: 'maintainerPhone', kind: 'phone', label: label('维护电话', 'Phone of the maintainer'), dataClass: 'L4', mask: 'phone', search: 'exact' },
    { name: 'installedOn', kind: 'date', label: label('安装日期', 'Installed on'), dataClass: 'L1', filter: true, sort: true },
    { name: 'checkedOn', kind: 'date', label: label('最近检查', 'Last checked'), dataClass: 'L1', filter: true, sort: true, inList: true },
    { name: 'state', kind: 'choice', label: label('状态', 'State'), dataClass: 'L1', required: true, filter: true, inList: true, choices: DEVICE_STATES },
    { name: 'note', kind: 'long-text', label: label('备注', 'Note'), dataClass: 'L1', most: 1000 },
  ],
};
