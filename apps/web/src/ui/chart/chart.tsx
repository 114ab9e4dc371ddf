import type { BarSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { loadScript } from '../../lib/load-script.ts';
import { useText } from '../../locales/use-text.ts';
import { TextButton } from '../text-button.tsx';
import styles from './chart.module.css';
import { savePicture } from './save-picture.ts';

/** What the loaded parts of the library can draw. */
export type ChartOptions = ComposeOption<
  BarSeriesOption | GridComponentOption | LegendComponentOption
>;

interface ChartProps {
  /** What it shows, and where its figures stand. */
  label: string;
  options: ChartOptions;
  height: number;
  /** Where given, the chart can be saved as a picture of this name. */
  picture?: string;
}

/** On paper the drawing becomes as narrow as the page. */
function scalable(box: HTMLElement): void {
  const { width, height } = box.getBoundingClientRect();
  if (!matchMedia('print').matches)
    box.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`);
}

/** A chart as a drawing in the page; its script is loaded when the first one is shown. */
export function Chart({ label, options, height, picture }: ChartProps) {
  const text = useText().ui;
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
      const watch = new ResizeObserver(() => {
        chart.resize();
        scalable(element);
      });
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
  const drawn = (
    <div ref={box} role="img" aria-label={label} className={styles.chart} style={{ height }} />
  );
  if (!picture) return drawn;
  return (
    <div>
      {drawn}
      <TextButton
        className={styles.save ?? ''}
        onClick={() => box.current && void savePicture(box.current, picture)}
      >
        {text.savePicture}
      </TextButton>
    </div>
  );
}
