import type { Board } from '@wangge/contracts';

export interface HourBin {
  readonly label: string;
  readonly reported: number;
  readonly closed: number;
}

/** Night is one column; in the afternoon and evening two hours share one, so that the numbers keep room. */
export function hourBins(hours: Board['hours'], nowHour: number): readonly HourBin[] {
  const width = nowHour <= 14 ? 1 : 2;
  const morning = width === 1 ? 7 : 6;
  const starts: number[] = [];
  for (let hour = morning; hour <= nowHour; hour += width) starts.push(hour);
  const night = bin(hours, 0, Math.min(morning, nowHour + 1));
  return [night, ...starts.map((start) => bin(hours, start, Math.min(start + width, nowHour + 1)))];
}

function bin(hours: Board['hours'], from: number, to: number): HourBin {
  const inside = hours.filter(({ hour }) => hour >= from && hour < to);
  return {
    label: to - from === 1 ? String(from) : `${from}–${to - 1}`,
    reported: inside.reduce((sum, { reported }) => sum + reported, 0),
    closed: inside.reduce((sum, { closed }) => sum + closed, 0),
  };
}
