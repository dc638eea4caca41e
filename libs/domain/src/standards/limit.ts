import type { ClockBasis, TimeLimit } from '@wangge/contracts';

/** Minutes of each unit on its own clock: a working day is eight hours, a day of the continuous clock twenty-four. */
const MINUTES = {
  working: { day: 480, hour: 60, minute: 1 },
  continuous: { day: 1440, hour: 60, minute: 1 },
} as const satisfies Record<ClockBasis, Record<Unit, number>>;
type Unit = 'day' | 'hour' | 'minute';

const UNITS: Readonly<Record<string, Unit>> = { 天: 'day', 日: 'day', 小时: 'hour', 时: 'hour', 分钟: 'minute', 分: 'minute' };

/** `制止` ("stop it within") stands behind one limit; the closing condition says the same. */
const LIMIT = /^(\d{1,4}(?:\.5)?)个?(紧急|自然)?(工作)?(小时|分钟|天|日|时|分)(?:以内|之内|内|制止)?$/;

/**
 * A limit as standards write it: `4工作时`, `2紧急工作时`, `5天`. What the text says wins over the type in the next
 * column: 紧急 is a continuous clock even where the type says working hours. Only a bare `4小时` is decided by the type,
 * and counts in working time without one, as everything in these lists that is not urgent. Null when it is no limit.
 */
export function parseLimit(text: string, typeHint?: string): TimeLimit | null {
  const [, amount, urgent, working, word = ''] = LIMIT.exec(text.normalize('NFKC').replace(/\s/g, '')) ?? [];
  const unit = UNITS[word];
  if (amount === undefined || !unit) return null;
  const basis = urgent || (!working && isContinuous(typeHint)) ? 'continuous' : 'working';
  const minutes = Number(amount) * MINUTES[basis][unit];
  if (!Number.isInteger(minutes) || minutes === 0) return null;
  return { text: `${Number(amount)}${nameOf(basis, unit, urgent, working)}`, basis, minutes };
}

const isContinuous = (typeHint = ''): boolean => /^(urgent|natural)_/.test(typeHint);

function nameOf(basis: ClockBasis, unit: Unit, urgent = '', working = ''): string {
  const name = { day: '日', hour: '时', minute: '分' }[unit];
  if (basis === 'working') return `工作${name}`;
  return urgent === '自然' || !working ? `自然${name}` : `紧急工作${name}`;
}
