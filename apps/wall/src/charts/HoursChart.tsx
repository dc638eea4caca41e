import { useMemo } from 'preact/hooks';
import type { HourBin } from '../panels/hour-bins';
import { type ChartOption, token, useChart } from './chart';

const HEIGHT = 74;

/** Reported upwards, closed downwards, on one scale; numbers stand in the columns, or beside them where they are low. */
export function HoursChart({ bins, label }: { readonly bins: readonly HourBin[]; readonly label: string }) {
  const option = useMemo(() => optionOf(bins), [bins]);
  return <div class="hours-chart" role="img" aria-label={label} ref={useChart(option)} />;
}

function optionOf(bins: readonly HourBin[]): ChartOption {
  const up = Math.max(1, ...bins.map(({ reported }) => reported));
  const down = Math.max(1, ...bins.map(({ closed }) => closed));
  const perPixel = (up + down) / HEIGHT;
  const column = (values: readonly number[], sign: 1 | -1, colour: string) => ({
    type: 'bar',
    stack: 'day',
    silent: true,
    barWidth: '78%',
    barMaxWidth: 28,
    itemStyle: { color: colour, borderColor: token('ground'), borderWidth: 1 },
    data: values.map((value) => ({ value: value * sign, label: numberIn(value, value / perPixel >= 20, sign) })),
  });
  return {
    textStyle: { fontFamily: token('font') },
    grid: { left: 0, right: 0, top: 18, bottom: 38 },
    xAxis: {
      type: 'category',
      data: bins.map(({ label }) => label),
      axisLine: { show: false, onZero: false },
      axisTick: { show: false },
      axisLabel: { color: token('muted'), fontSize: 14, interval: 0, margin: 20, hideOverlap: true },
      position: 'bottom',
    },
    yAxis: { type: 'value', show: false, min: -down, max: up },
    series: [
      column(
        bins.map(({ reported }) => reported),
        1,
        token('primary'),
      ),
      column(
        bins.map(({ closed }) => closed),
        -1,
        token('done'),
      ),
    ],
  };
}

function numberIn(value: number, inside: boolean, sign: 1 | -1) {
  const outside = sign === 1 ? 'top' : 'bottom';
  return {
    show: value > 0,
    position: inside ? (sign === 1 ? 'insideTop' : 'insideBottom') : outside,
    distance: 3,
    formatter: String(value),
    fontSize: 14,
    fontWeight: inside ? 600 : 400,
    color: token(inside ? 'ground' : 'muted'),
  };
}
