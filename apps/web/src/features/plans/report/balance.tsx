import type { PlanReport } from '@xuanpai/contracts/plan-report';
import { rankWords } from '@xuanpai/contracts/words';
import { useMemo } from 'react';
import { formatNumber } from '../../../lib/format.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { Chart } from '../../../ui/chart/chart.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Column } from '../../../ui/table-column.ts';
import { type Bars, stackedBars } from './bar-options.ts';
import styles from './report.module.css';
import { bandText } from './report-words.ts';

type Township = PlanReport['townships'][number];

/** Ranks and ages over the townships, as two charts and as the table of their figures. */
export function Balance({ report }: { report: PlanReport }) {
  const text = useText().report;
  const { townships } = report;
  const height = 40 + 24 * townships.length;
  const ranks = useMemo(
    () => stackedBars(barsOf(report, rankNames(report), ({ ranks }) => ranks)),
    [report],
  );
  const ages = useMemo(
    () =>
      stackedBars(
        barsOf(
          report,
          report.ageBands.map((band) => text.ageBand(bandText(band))),
          (township) => township.ages,
        ),
      ),
    [report, text],
  );
  return (
    <Section title={text.balance} note={text.agesOn(report.on)}>
      <div className={styles.charts}>
        <div>
          <h3 className={styles.chartTitle}>{text.byRank}</h3>
          <Chart label={text.chartOf(text.byRank)} options={ranks} height={height} />
        </div>
        <div>
          <h3 className={styles.chartTitle}>{text.byAge}</h3>
          <Chart label={text.chartOf(text.byAge)} options={ages} height={height} />
        </div>
      </div>
      <PlainTable
        label={text.balance}
        columns={useColumns(report)}
        rows={townships}
        rowKey={({ townshipId }) => townshipId}
      />
    </Section>
  );
}

const rankNames = ({ ranks }: PlanReport) => ranks.map((rank) => word(rankWords[rank]));

function barsOf(
  { townships }: PlanReport,
  names: readonly string[],
  countsOf: (township: Township) => readonly number[],
): Bars {
  return {
    categories: townships.map(({ name }) => name),
    series: names.map((name, at) => ({
      name,
      values: townships.map((township) => countsOf(township)[at] ?? 0),
    })),
  };
}

function useColumns(report: PlanReport): Column<Township>[] {
  const text = useText().report;
  const { townships, ageBands, totals } = report;
  const sum = (of: (township: Township) => number) =>
    formatNumber(townships.reduce((all, township) => all + of(township), 0));
  const figure = (
    key: string,
    title: string,
    of: (township: Township) => number,
  ): Column<Township> => ({
    key,
    title,
    align: 'end',
    cell: (township) => formatNumber(of(township)),
    total: sum(of),
  });
  const age = (value: number | null) => (value === null ? '–' : formatNumber(value, 1));
  return [
    {
      key: 'name',
      title: text.town,
      cell: ({ name }) => <span className={styles.town}>{name}</span>,
      total: '',
    },
    figure('villages', text.villages, ({ villages }) => villages),
    figure('people', text.count, ({ people }) => people),
    ...rankNames(report).map((name, at) =>
      figure(`rank${at}`, name, ({ ranks }) => ranks[at] ?? 0),
    ),
    ...ageBands.map((band, at) =>
      figure(`age${at}`, text.ageBand(bandText(band)), ({ ages }) => ages[at] ?? 0),
    ),
    {
      key: 'meanAge',
      title: text.meanAge,
      align: 'end',
      cell: ({ meanAge }) => age(meanAge),
      total: age(totals.meanAge),
    },
  ];
}
