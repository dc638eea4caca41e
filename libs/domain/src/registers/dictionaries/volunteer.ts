import { choices } from './choices.js';

export const SERVICE_KINDS = choices(
  ['elderly', '助老', 'Care for the elderly'],
  ['disabled', '助残', 'Help for the disabled'],
  ['children', '关爱儿童', 'Care for children'],
  ['environment', '环境保护', 'Environment'],
  ['order', '治安巡逻', 'Neighbourhood watch'],
  ['mediation', '矛盾调解', 'Mediation'],
  ['culture', '文体活动', 'Culture and sports'],
  ['emergency', '应急救援', 'Emergency response'],
  ['health', '健康服务', 'Health'],
  ['other', '其他', 'Other'],
);

export const VOLUNTEER_STATES = choices(
  ['active', '在册', 'Active'],
  ['paused', '暂停服务', 'Paused'],
  ['left', '已退出', 'Left'],
);

export const AVAILABILITIES = choices(
  ['weekday', '工作日', 'Working days'],
  ['evening', '晚间', 'Evenings'],
  ['weekend', '周末', 'Weekends'],
  ['any', '随时', 'Any time'],
);

export const ACTIVITY_STATES = choices(
  ['planned', '招募中', 'Recruiting'],
  ['running', '进行中', 'Under way'],
  ['finished', '已结束', 'Finished'],
  ['cancelled', '已取消', 'Cancelled'],
);
