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

export const PLAN_STATES = choices(
  ['drafted', '拟定', 'Drafted'],
  ['running', '帮扶中', 'Under way'],
  ['done', '已完成', 'Done'],
  ['ended', '已终止', 'Ended early'],
);

export const CARE_MEASURES = choices(
  ['allowance', '申办救助', 'Applying for assistance'],
  ['job', '就业帮扶', 'Finding work'],
  ['medical', '就医协助', 'Help with treatment'],
  ['schooling', '助学', 'Help with schooling'],
  ['housing', '住房改善', 'Better housing'],
  ['companionship', '陪伴探访', 'Companionship'],
  ['household', '家务助老', 'Help in the house'],
  ['psychology', '心理疏导', 'Counselling'],
  ['legal', '法律援助', 'Legal aid'],
  ['other', '其他', 'Other'],
);
