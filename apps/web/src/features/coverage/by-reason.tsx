import type { Coverage } from '@xuanpai/contracts/coverage';
import { basisText } from '../../lib/basis.ts';
import { formatNumber, formatYuan } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import type { Column } from '../../ui/table-column.ts';
import { CityVillages } from './city-villages.tsx';
import styles from './coverage.module.css';

type Reason = Coverage['byReason'][number];

/** The right part: why which tier, each reason with its basis; the city's villages below. */
export function ByReason({ coverage }: { coverage: Coverage }) {
  const text = useText().coverage;
  const { byTier, byReason, poorVillages, poorLimit, people } = coverage;
  const perVillage = (tier: 'district' | 'township') => {
    const places = people
      .filter((one) => one.tier === tier)
      .reduce((sum, one) => sum + one.places, 0);
    return byTier[tier] === 0 ? 0 : places / byTier[tier];
  };
  const limit = {
    wan: String(Number(poorLimit) / 10_000),
    yuan: formatYuan(poorLimit),
    included: coverage.poorLimitIncluded,
  };
  const of = (tier: Reason['tier']) => byReason.filter((reason) => reason.tier === tier);
  const poorElsewhere = byReason
    .filter(({ tier }) => tier !== 'district')
    .reduce((sum, { alsoPoor }) => sum + alsoPoor, 0);
  return (
    <Section title={text.byReason}>
      <ReasonTable
        title={text.districtTier(byTier.district, perVillage('district'))}
        reasons={of('district')}
      />
      <p className={styles.footnote}>
        {text.poor(poorVillages, limit)}
        {poorElsewhere === 0
          ? text.poorAllDistrict(byTier.district)
          : text.poorElsewhere(poorElsewhere)}
      </p>
      <ReasonTable
        title={text.townshipTier(byTier.township, perVillage('township'))}
        reasons={of('township')}
      />
      <CityVillages villages={coverage.cityVillages} />
    </Section>
  );
}

function ReasonTable({ title, reasons }: { title: string; reasons: readonly Reason[] }) {
  const { coverage: text, problems } = useText();
  if (reasons.length === 0) return null;
  const total = reasons.reduce((sum, { villages }) => sum + villages, 0);
  const columns: Column<Reason>[] = [
    {
      key: 'reason',
      title,
      cell: ({ reason, tier, alsoPoor }) => (
        <Link
          className={styles.quiet ?? ''}
          to={linkTo.coverage({ view: 'villages', tier, reason })}
        >
          {reason === 'poor' ? text.poorOnly : text.reasons[reason]}
          {alsoPoor > 0 && <span className={styles.lighter}>{text.alsoPoor(alsoPoor)}</span>}
        </Link>
      ),
      total: text.total,
    },
    {
      key: 'villages',
      title: text.villages,
      width: 48,
      align: 'end',
      cell: ({ villages }) => formatNumber(villages),
      total: formatNumber(total),
    },
    {
      key: 'basis',
      title: text.basis,
      width: 118,
      cell: ({ basis }) => <span className={styles.basis}>{basisText(basis, problems)}</span>,
      total: '',
    },
  ];
  return (
    <div className={styles.reasons}>
      <PlainTable
        label={title}
        columns={columns}
        rows={reasons}
        rowKey={({ tier, reason }) => `${tier}.${reason}`}
      />
    </div>
  );
}
