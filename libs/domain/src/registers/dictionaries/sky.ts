import { choices } from './choices.js';

export const STATION_KINDS = choices(
  ['weather', '气象站', 'Weather'],
  ['air', '空气质量站', 'Air quality'],
  ['water', '水位雨量站', 'Water level and rain'],
  ['noise', '噪声站', 'Noise'],
  ['other', '其他', 'Other'],
);

export const DEVICE_STATES = choices(
  ['running', '在用', 'In use'],
  ['faulty', '故障', 'Faulty'],
  ['stopped', '停用', 'Out of use'],
  ['removed', '已拆除', 'Removed'],
);

/** Where a reading comes from. */
export const READING_SOURCES = choices(['device', '设备上传', 'Sent by the device'], ['manual', '人工录入', 'Entered by hand']);

/** The kinds of 中国气象局令第16号, and the two that a community warns of itself. */
export const WARNING_KINDS = choices(
  ['typhoon', '台风', 'Typhoon'],
  ['rainstorm', '暴雨', 'Rainstorm'],
  ['snowstorm', '暴雪', 'Snowstorm'],
  ['cold-wave', '寒潮', 'Cold wave'],
  ['gale', '大风', 'Gale'],
  ['sandstorm', '沙尘暴', 'Sandstorm'],
  ['heat', '高温', 'Heat'],
  ['drought', '干旱', 'Drought'],
  ['lightning', '雷电', 'Lightning'],
  ['hail', '冰雹', 'Hail'],
  ['frost', '霜冻', 'Frost'],
  ['fog', '大雾', 'Fog'],
  ['haze', '霾', 'Haze'],
  ['road-icing', '道路结冰', 'Road icing'],
  ['flood', '内涝', 'Flooding'],
  ['air-pollution', '重污染天气', 'Heavy air pollution'],
  ['other', '其他', 'Other'],
);

export const WARNING_LEVELS = choices(
  ['blue', '蓝色（Ⅳ级）', 'Blue (IV)'],
  ['yellow', '黄色（Ⅲ级）', 'Yellow (III)'],
  ['orange', '橙色（Ⅱ级）', 'Orange (II)'],
  ['red', '红色（Ⅰ级）', 'Red (I)'],
);
