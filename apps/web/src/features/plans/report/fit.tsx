import type { PlanReport } from '@xuanpai/contracts/plan-report';
import { useMemo } from 'react';
import { formatNumber } from '../../../lib/format.ts';
import { useText } from '../../../locales/use-text.ts';
import { linkTo } from '../../../paths.ts';
import { Chart } from '../../../ui/chart/chart.tsx';
import { Link } from '../../../ui/link.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Column } from '../../../ui/table-column.ts';
import { groupedBars } from './bar-options.ts';
import styles from './report.module.css';
import { shareBand, shareText } from './report-words.ts';

type Band = PlanReport['fit']['bands'][number];
type Village = PlanReport['fit']['weakest'][number];

/** How well people fit the villages' needs: the distribution, then the weakest villages. */
export function Fit({ report }: { report: PlanReport }) {
  const text = useText().report;
  const { bands, district, township, weakest } = report.fit;
  const options = useMemo(
    () =>
      groupedBars({
        categories: bands.map(shareBand),
        series: [
          { name: text.districtVillages, values: bands.map((band) => band.district) },
          { name: text.townshipVillages, values: bands.map((band) => band.township) },
        ],
      }),
    [bands, text],
  );
  return (
    <Section title={text.fit} note={text.fitMeans(shareText(district), shareText(township))}>
      <p className={styles.quiet}>{text.fitNote}</p>
      <div className={styles.fit}>
        <div>
          <Chart label={text.fitChart} options={options} height={200} />
          <PlainTable
            label={text.fitBand}
            rowHeight={24}
            columns={useBandColumns()}
            rows={bands}
            rowKey={({ from }) => String(from)}
          />
        </div>
        <div>
          <h3 className={styles.chartTitle}>{text.weakest(weakest.length)}</h3>
          <PlainTable
            label={text.weakest(weakest.length)}
            columns={useVillageColumns()}
            rows={weakest}
            rowKey={({ villageId }) => villageId}
          />
        </div>
      </div>
    </Section>
  );
}

function useBandColumns(): Column<Band>[] {
  const text = useText().report;
  return [
    { key: 'band', title: text.fitBand, cell: shareBand },
    {
      key: 'district',
      title: text.districtVillages,
      width: 90,
      align: 'end',
      cell: ({ district }) => formatNumber(district),
    },
    {
      key: 'township',
      title: text.townshipVillages,
      width: 90,
      align: 'end',
      cell: ({ township }) => formatNumber(township),
    },
  ];
}

function useVillageColumns(): Column<Village>[] {
  const { report: text, plans } = useText();
  const kinds = ({ kinds: own, poor }: Village) =>
    [...own.map((kind) => plans.kinds[kind]), ...(poor ? [plans.poor] : [])].join('·');
  return [
    {
      key: 'village',
      title: text.village,
      width: 150,
      phone: 'title',
      cell: ({ villageId, townshipName, name }) => (
        <Link to={linkTo.village(villageId)}>
          {townshipName} {name}
        </Link>
      ),
    },
    { key: 'kinds', title: text.kind, width: 110, cell: kinds },
    {
      key: 'fit',
      title: text.fitBand,
      width: 60,
      align: 'end',
      phone: 'side',
      cell: ({ fit }) => shareText(fit),
    },
    {
      key: 'text',
      title: text.needAndPeople,
      phone: 'note',
      cell: (village) => <span className={styles.words}>{village.text}</span>,
    },
  ];
}
