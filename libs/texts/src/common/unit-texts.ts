import type { SameKeys } from '../translate.js';

export const unitZh = {
  'unit.events': '{count} 件',
  'unit.photos': '{count} 张',
  'unit.metres': '{count} 米',
  'unit.kilometres': '{count} 公里',
  'unit.percent': '{count}%',
  'unit.minutes': '{count} 分钟',
  'unit.none': '–',
  'platform.name': '网格化治理平台',
  'platform.named': '{district}网格化治理',
  'language.zh': '中文',
  'language.en': 'English',
  'list.comma': '、',
  'note.fictional': '演示数据，内容虚构',
} as const;

export const unitEn: SameKeys<typeof unitZh> = {
  'unit.events': '{count} {count:event|events}',
  'unit.photos': '{count} {count:photo|photos}',
  'unit.metres': '{count} m',
  'unit.kilometres': '{count} km',
  'unit.percent': '{count} %',
  'unit.minutes': '{count} min',
  'unit.none': '–',
  'platform.name': 'Wangge grid governance',
  'platform.named': '{district} grid governance',
  'language.zh': '中文',
  'language.en': 'English',
  'list.comma': ', ',
  'note.fictional': 'Demonstration data, fictional',
};
