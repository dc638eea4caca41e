import { choices } from './choices.js';

export const ADDRESS_KINDS = choices(
  ['gate', '门牌', 'Street number'],
  ['building', '楼牌', 'Building number'],
  ['place', '地名', 'Place'],
  ['landmark', '标志物', 'Landmark'],
);

/** GB/T 21010, the first classes. */
export const LAND_USES = choices(
  ['01', '耕地', 'Cropland'],
  ['02', '园地', 'Orchards and gardens'],
  ['03', '林地', 'Woodland'],
  ['04', '草地', 'Grassland'],
  ['05', '商服用地', 'Commerce and services'],
  ['06', '工矿仓储用地', 'Industry, mining and storage'],
  ['07', '住宅用地', 'Housing'],
  ['08', '公共管理与公共服务用地', 'Public administration and services'],
  ['09', '特殊用地', 'Special use'],
  ['10', '交通运输用地', 'Transport'],
  ['11', '水域及水利设施用地', 'Waters and waterworks'],
  ['12', '其他土地', 'Other land'],
);

export const LAND_RIGHTS = choices(['state', '国有', 'State-owned'], ['collective', '集体', 'Collective']);

/** 九小场所. */
export const SAFETY_PLACE_KINDS = choices(
  ['school', '小学校或幼儿园', 'Small school or kindergarten'],
  ['clinic', '小医院', 'Small clinic'],
  ['shop', '小商店', 'Small shop'],
  ['restaurant', '小餐饮场所', 'Small restaurant'],
  ['lodging', '小旅馆', 'Small lodging'],
  ['entertainment', '小歌舞娱乐场所', 'Small place of entertainment'],
  ['internet', '小网吧', 'Small internet café'],
  ['beauty', '小美容洗浴场所', 'Small beauty or bath parlour'],
  ['workshop', '小生产加工企业', 'Small workshop'],
  ['other', '其他场所', 'Other'],
);

export const FIRE_EQUIPMENT = choices(
  ['extinguisher', '灭火器', 'Extinguishers'],
  ['hydrant', '消火栓', 'Hydrants'],
  ['sprinkler', '自动喷淋', 'Sprinklers'],
  ['alarm', '火灾报警', 'Fire alarm'],
  ['smoke', '独立烟感', 'Smoke detectors'],
  ['emergency-light', '应急照明', 'Emergency lighting'],
  ['exit-sign', '疏散标志', 'Exit signs'],
);

export const ROOM_USES = choices(
  ['self', '自住', 'Lived in by the owner'],
  ['rented', '出租', 'Rented out'],
  ['vacant', '空置', 'Vacant'],
  ['business', '经营', 'Business'],
  ['office', '办公', 'Office'],
  ['storage', '仓储', 'Storage'],
  ['other', '其他', 'Other'],
);

export const LET_USES = choices(
  ['dwelling', '居住', 'Dwelling'],
  ['shared', '合租居住', 'Shared dwelling'],
  ['business', '商业', 'Business'],
  ['office', '办公', 'Office'],
  ['storage', '仓储', 'Storage'],
  ['other', '其他', 'Other'],
);

/** 护路护线. */
export const LINE_KINDS = choices(
  ['railway', '铁路', 'Railway'],
  ['power', '电力线路', 'Power line'],
  ['oil-gas', '油气管道', 'Oil or gas pipeline'],
  ['telecom', '通信光缆', 'Telecom cable'],
  ['water', '输水管线', 'Water main'],
  ['heat', '供热管线', 'Heating main'],
  ['road', '重要道路', 'Important road'],
  ['other', '其他', 'Other'],
);

export const HAZARD_LEVELS = choices(
  ['none', '无', 'None'],
  ['general', '一般', 'General'],
  ['larger', '较大', 'Larger'],
  ['major', '重大', 'Major'],
);

export const LAYER_THEMES = choices(
  ['planning', '规划', 'Planning'],
  ['emergency', '应急', 'Emergency'],
  ['service', '便民服务', 'Services'],
  ['transport', '交通', 'Transport'],
  ['environment', '环境', 'Environment'],
  ['culture', '文化旅游', 'Culture and tourism'],
  ['safety', '安全', 'Safety'],
  ['other', '其他', 'Other'],
);
