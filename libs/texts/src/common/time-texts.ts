import type { ClockName, Light } from '@wangge/contracts';
import type { SameKeys } from '../translate.js';

type Words = Record<`clock.${ClockName}` | `light.${Light}`, string>;

export const timeZh = {
  'clock.accept': '受理',
  'clock.verify': '核实',
  'clock.dispatch': '派遣',
  'clock.handle': '处置',
  'clock.check': '核查',
  'clock.close': '结案',

  'light.green': '正常',
  'light.yellow': '即将超期',
  'light.red': '已超期',
  'light.paused': '停表',
  'light.none': '不计时',

  'left.rest': '剩 {time}',
  'left.over': '超 {time}',
  'left.paused': '停 {time}',
  'left.stopped': '停',
  'left.none': '不计时',

  'span.days-hours': '{days}天{hours}时',
  'span.days': '{days}天',
  'span.hours-minutes': '{hours}时{minutes}分',
  'span.hours': '{hours}时',
  'span.minutes': '{minutes}分',
  'span.under-a-minute': '不到1分',

  'limit.working-days': '{count} 工作日',
  'limit.working-hours': '{count} 工作时',
  'limit.days': '{count} 天',
  'limit.hours': '{count} 小时',
  'limit.minutes': '{count} 分钟',

  'day.today': '今天',
  'day.yesterday': '昨天',
  'day.tomorrow': '明天',
  'day.weekday.0': '周日',
  'day.weekday.1': '周一',
  'day.weekday.2': '周二',
  'day.weekday.3': '周三',
  'day.weekday.4': '周四',
  'day.weekday.5': '周五',
  'day.weekday.6': '周六',
  'day.month-day': '{month}月{day}日',
  'day.to': '{from}至{to}',
} as const satisfies Words & Record<string, string>;

export const timeEn: SameKeys<typeof timeZh> = {
  'clock.accept': 'Acceptance',
  'clock.verify': 'Verification',
  'clock.dispatch': 'Dispatch',
  'clock.handle': 'Handling',
  'clock.check': 'Check',
  'clock.close': 'Closing',

  'light.green': 'On time',
  'light.yellow': 'Due soon',
  'light.red': 'Overdue',
  'light.paused': 'Paused',
  'light.none': 'No limit runs',

  'left.rest': '{time} left',
  'left.over': '{time} over',
  'left.paused': 'paused, {time}',
  'left.stopped': 'paused',
  'left.none': 'no limit runs',

  'span.days-hours': '{days} d {hours} h',
  'span.days': '{days} d',
  'span.hours-minutes': '{hours} h {minutes} min',
  'span.hours': '{hours} h',
  'span.minutes': '{minutes} min',
  'span.under-a-minute': 'under 1 min',

  'limit.working-days': '{count} working {count:day|days}',
  'limit.working-hours': '{count} working {count:hour|hours}',
  'limit.days': '{count} {count:day|days}',
  'limit.hours': '{count} {count:hour|hours}',
  'limit.minutes': '{count} {count:minute|minutes}',

  'day.today': 'today',
  'day.yesterday': 'yesterday',
  'day.tomorrow': 'tomorrow',
  'day.weekday.0': 'Sun',
  'day.weekday.1': 'Mon',
  'day.weekday.2': 'Tue',
  'day.weekday.3': 'Wed',
  'day.weekday.4': 'Thu',
  'day.weekday.5': 'Fri',
  'day.weekday.6': 'Sat',
  'day.month-day': '{day}/{month}',
  'day.to': '{from} to {to}',
};
