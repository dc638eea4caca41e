import { choices } from './choices.js';

export const HOUSEHOLD_KINDS = choices(['family', '家庭户', 'Family'], ['collective', '集体户', 'Collective']);

export const TENURES = choices(
  ['owned', '自有', 'Owned'],
  ['rented', '租住', 'Rented'],
  ['borrowed', '借住', 'Lent'],
  ['public', '公租房', 'Public housing'],
  ['other', '其他', 'Other'],
);

export const ASSISTANCE_KINDS = choices(
  ['none', '无', 'None'],
  ['minimum-allowance', '最低生活保障', 'Minimum living allowance'],
  ['low-income', '低保边缘', 'Near the minimum'],
  ['extreme-poverty', '特困供养', 'Support for the extremely poor'],
  ['temporary', '临时救助', 'Temporary relief'],
);
