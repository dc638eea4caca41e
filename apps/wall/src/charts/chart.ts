import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { reducedMotion } from '@wangge/map';
import { useEffect, useRef } from 'preact/hooks';

// Drawn as SVG: the canvas of the wall is scaled as a whole and must stay sharp at any size.
use([BarChart, LineChart, GridComponent, SVGRenderer]);

export type ChartOption = EChartsCoreOption;

/** Keeps a chart in an element of fixed size. Changes run for 300 ms, or at once where less motion is asked for. */
export function useChart(option: ChartOption) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>();
  useEffect(() => {
    if (!element.current) return;
    chart.current = init(element.current, undefined, { renderer: 'svg' });
    return () => chart.current?.dispose();
  }, []);
  useEffect(() => {
    chart.current?.setOption({ animation: !reducedMotion(), animationDuration: 300, animationDurationUpdate: 300, ...option });
  }, [option]);
  return element;
}

/** A token of the look as a colour that ECharts can read. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
