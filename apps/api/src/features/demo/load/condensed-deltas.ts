import { dateOfDay, dayOf, type Delta, monthStart } from '@wangge/domain';
import type { Life } from '../demo-life.js';

/** As long as counters keep their hours, and rather longer. */
const HOURS_KEPT_DAYS = 20;

/**
 * The increments of many lives with what the counters would gather anyway gathered beforehand: hours of old days into the
 * day, stocks of old months into the month's last day, and what nets to nothing left out.
 */
export function condensed(lives: readonly Life[], now: string): Life[] {
  const today = dayOf(Date.parse(now));
  const firstHourly = dateOfDay(today - HOURS_KEPT_DAYS);
  const firstDaily = monthStart(dateOfDay(today - 31));
  return lives.map((life) => ({ ...life, deltas: merged(life.deltas.map((delta) => gathered(delta, firstHourly, firstDaily))) }));
}

function gathered(delta: Delta, firstHourly: string, firstDaily: string): Delta {
  const isStock = delta.measure.startsWith('in:') || delta.measure.startsWith('overdue:');
  const day = isStock && delta.day < firstDaily ? monthEnd(delta.day) : delta.day;
  return { ...delta, day, hour: delta.day < firstHourly ? -1 : delta.hour };
}

function merged(deltas: readonly Delta[]): Delta[] {
  const sums = new Map<string, Delta>();
  for (const delta of deltas) {
    const key = [delta.day, delta.hour, delta.measure, delta.classCode, delta.departmentId].join();
    const known = sums.get(key);
    sums.set(key, known ? { ...known, count: known.count + delta.count, minutes: known.minutes + delta.minutes } : delta);
  }
  return [...sums.values()].filter(({ count, minutes }) => count !== 0 || minutes !== 0);
}

function monthEnd(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
