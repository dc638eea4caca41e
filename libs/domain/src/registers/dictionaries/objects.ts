import { choices } from './choices.js';

/** GA/T 1400 and the practice of 雪亮工程: who built it and for what. */
export const CAMERA_KINDS = choices(
  ['bullet', '枪机', 'Bullet'],
  ['dome', '球机', 'Dome'],
  ['face', '人脸卡口', 'Faces'],
  ['vehicle', '车辆卡口', 'Vehicles'],
  ['high', '高空瞭望', 'High viewpoint'],
  ['other', '其他', 'Other'],
);

export const CAMERA_BUILDERS = choices(
  ['police', '公安（一类点）', 'Police (class 1)'],
  ['public', '社会公共（二类点）', 'Public (class 2)'],
  ['private', '社会自建（三类点）', 'Private (class 3)'],
);

export const SUPPLY_KINDS = choices(
  ['flood', '防汛物资', 'Flood control'],
  ['fire', '消防物资', 'Fire fighting'],
  ['snow', '除雪物资', 'Snow clearing'],
  ['medical', '医疗防疫', 'Medical and epidemic'],
  ['living', '生活保障', 'Living'],
  ['rescue', '抢险救援', 'Rescue'],
  ['other', '其他', 'Other'],
);

export const IOT_KINDS = choices(
  ['smoke', '烟感', 'Smoke detector'],
  ['gas', '燃气探测', 'Gas detector'],
  ['water-level', '水位计', 'Water level'],
  ['manhole', '井盖传感', 'Manhole sensor'],
  ['call', '一键呼叫', 'Call button'],
  ['door', '门磁门禁', 'Door sensor'],
  ['street-light', '智慧路灯', 'Smart street light'],
  ['meter', '智能水电表', 'Smart meter'],
  ['other', '其他', 'Other'],
);

export const NETWORKS = choices(
  ['wired', '有线', 'Wired'],
  ['4g', '4G/5G', 'Mobile (4G, 5G)'],
  ['nb-iot', 'NB-IoT', 'NB-IoT'],
  ['lora', 'LoRa', 'LoRa'],
  ['none', '不联网', 'Not connected'],
);
