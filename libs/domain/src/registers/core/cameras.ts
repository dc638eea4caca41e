// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { CAMERA_BUILDERS, CAMERA_KINDS } from '../dictionaries/objects.js';
import { DEVICE_STATES } from '../dictionaries/sky.js';

/** 物: 城乡社区公共安全视频监控 of GB/T 31000. */
export const CAMERAS: RegisterDefinition = {
  name: 'cameras',
  element: 'objects',
  label: label('视频监控', 'Cameras'),
  geometry: 'point',
  titleField: 'name',
  naturalKey: ['code'],
  fields: [
    { name: 'code', kind: 'text', label: label('点位编号', 'Camera code'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 40 },
    { name: 'name', kind: 'text', label: label('点位名称', 'Name'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 100 },
    { name: 'cameraKind', kind: 'choice', label: label('摄像机类型', 'Kind'), dataClass: 'L1', required: true, filter: true, inList: true, choices: CAMERA_KINDS },
    { name: 'builtBy', kind: 'choice', label: label('建设类别', 'Built by'), dataClass: 'L1', required: true, filter: true, inList: true, choices: CAMERA_BUILDERS },
    { name: 'ownerName', kind: 'text', label: label('管理单位', 'Kept by'), dataClass: 'L1', search: 'prefix', inList: true, most: 100 },
    { name: 'contactPhone', kind: 'phone', label: label('联系电话', 'Phone'), dataClass: 'L4', mask: 'phone', search: 'exact' },
    { name: 'direction', kind: 'text', label: label('监视方位', 'Looks towards'), dataClass: 'L1', most: 40 },
    { name: 'height', kind: 'number', label: label('安装高度（米）', 'Height (m)'), dataClass: 'L1', range: [0, 300] },
    { name: 'hasNightVision', kind: 'boolean', label: label('夜视', 'Night vision'), dataClass: 'L1', filter: true },
    { name: 'isNetworked', kind: 'boolean', label: label('已联网', 'Networked'), dataClass: 'L1', filter: true, inList: true },
    { name: 'storageDays', kind: 'integer', label: label('录像保存天数', 'Days recordings are kept'), dataClass: 'L2', filter: true, sort: true, range: [0, 3650] },
    { name: 'installedOn', kind: 'date', label: label('安装日期', 'Installed on'), dataClass: 'L1', filter: true, sort: true },
    { name: 'state', kind: 'choice', label: label('状态', 'State'), dataClass: 'L1', required: true, filter: true, inList: true, choices: DEVICE_STATES },
    { name: 'note', kind: 'long-text', label: label('备注', 'Note'), dataClass: 'L2', most: 1000 },
  ],
};
