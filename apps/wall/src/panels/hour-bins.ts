import type { Board } from '@wangge/contracts';

export interface HourBin {
  readonly label: string;
  readonly reported: number;
  readonly closed: number;
}

/** The day as nine or ten columns: the night is one, and from the afternoon on two hours share one. Later hours are empty. */
export function hourBins(hours: Board['hours'], nowHour: number): readonly HourBin[] {
  const [morning, width, end] = nowHour <= 14 ? [7, 1, 15] : [6, 2, 24];
  const bins = [binOf(hours, 0, morning, `0–${morning - 1}`)];
  for (let hour = morning; hour < end; hour += width) bins.push(binOf(hours, hour, hour + width, String(hour)));
  return bins;
}

function binOf(hours: Board['hours'], from: number, to: number, label: string): HourBin {
  const inside = hours.filter(({ hour }) => hour >= from && hour < to);
  return {
    label,
    reported: inside.reduce((sum, { reported }) => sum + reported, 0),
    closed: inside.reduce((sum, { closed }) => sum + closed, 0),
  };
}
