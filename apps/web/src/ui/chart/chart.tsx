import type { BarSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { loadScript } from '../../lib/load-script.ts';
import styles from './chart.module.css';

/** What the loaded parts of the library can draw. */
export type ChartOptions = ComposeOption<
  BarSeriesOption | GridComponentOption | LegendComponentOption
>;

interface ChartProps {
  /** What it shows, and where its figures stand. */
  label: string;
  options: ChartOptions;
  height: number;
}

/** A chart as a drawing in the page; its script is loaded when the first one is shown. */
export function Chart({ label, options, height }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let stop = () => {};
    let gone = false;
    const draw = ({ init }: typeof import('./echarts.ts')) => {
      if (gone) return;
      const chart = init(element, null, { renderer: 'svg' });
      chart.setOption(options);
      const watch = new ResizeObserver(() => chart.resize());
      watch.observe(element);
      stop = () => {
        watch.disconnect();
        chart.dispose();
      };
    };
    // Without the drawing its figures are in the table all the same.
    void loadScript(() => import('./echarts.ts')).then(draw, () => {});
    return () => {
      gone = true;
      stop();
    };
  }, [options]);
  return (
    <div ref={box} role="img" aria-label={label} className={styles.chart} style={{ height }} />
  );
}
