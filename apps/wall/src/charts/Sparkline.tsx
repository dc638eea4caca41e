import { useMemo } from 'preact/hooks';
import { type ChartOption, token, useChart } from './chart';
import './charts.css';

interface SparklineProps {
  readonly values: readonly (number | null)[];
  readonly alarming: boolean;
  readonly label: string;
}

/** The last days as a line whose end is today. */
export function Sparkline({ values, alarming, label }: SparklineProps) {
  const option = useMemo(() => optionOf(values, token(alarming ? 'overdue' : 'primary')), [values, alarming]);
  return <div class="sparkline" role="img" aria-label={label} ref={useChart(option)} />;
}

function optionOf(values: readonly (number | null)[], end: string): ChartOption {
  const last = values.length - 1;
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  // A level line stands in the middle.
  const rim = least === most ? 1 : 0;
  return {
    grid: { left: 2, right: 8, top: 8, bottom: 8 },
    xAxis: { type: 'category', show: false, boundaryGap: false, data: values.map((_, day) => day) },
    yAxis: { type: 'value', show: false, scale: true, min: least - rim, max: most + rim },
    series: {
      type: 'line',
      silent: true,
      connectNulls: false,
      symbol: 'circle',
      lineStyle: { color: token('muted'), width: 1.5 },
      data: values.map((value, day) => ({
        value: value ?? '-',
        symbolSize: day === last ? 9 : 0,
        itemStyle: { color: end, borderColor: token('ground'), borderWidth: day === last ? 1.5 : 0 },
      })),
      showAllSymbol: true,
    },
  };
}
