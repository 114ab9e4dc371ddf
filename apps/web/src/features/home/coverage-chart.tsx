import type { Coverage } from '@xuanpai/contracts/coverage';
import { useBatch } from '../../lib/batch.ts';
import { useDay } from '../../lib/day.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import { BarLegend, type BarPart, StackedBar } from '../../ui/stacked-bar.tsx';
import styles from './home.module.css';

type Township = Coverage['byTownship'][number];

/** Who dispatches to how many villages, by township, all bars on one scale. */
export function CoverageChart({ coverage }: { coverage: Coverage }) {
  const text = useText().home;
  const { villages, covered, byTier, byTownship, people, on } = coverage;
  const { batch } = useBatch();
  const { day } = useDay();
  const over = batch !== null && day > batch.endsOn ? batch.endsOn : null;
  const short = people.reduce((sum, group) => sum + group.short, 0);
  const most = Math.max(...byTownship.map((township) => township.villages));
  const parts = (of: Township['byTier']): BarPart[] => [
    { label: text.legend.district(perVillage('district')), value: of.district, colour: 's1' },
    { label: text.legend.township(perVillage('township')), value: of.township, colour: 's2' },
    { label: text.legend.city, value: of.city, colour: 's3' },
  ];
  return (
    <Section title={titleOf(coverage, over, text)}>
      <p className={styles.reckoning}>
        {text.reckoning(byTier.district, byTier.township, byTier.city)}
        {on === null && covered === villages && text.shortOf(short)}
      </p>
      <BarLegend parts={parts(byTier)} />
      <ul className={styles.chart}>
        {byTownship.map((township) => (
          <li key={township.townshipId}>
            <Link
              className={styles.quiet ?? ''}
              to={linkTo.coverage({ view: 'villages', townshipId: township.townshipId })}
            >
              {township.name}
            </Link>
            <StackedBar numbers parts={parts(township.byTier)} max={most} />
          </li>
        ))}
      </ul>
    </Section>
  );

  function perVillage(tier: 'district' | 'township') {
    const places = people
      .filter((group) => group.tier === tier)
      .reduce((sum, group) => sum + group.places, 0);
    return byTier[tier] === 0 ? 0 : places / byTier[tier];
  }
}

/** `over`: the last day of a term that is behind, after which nobody is meant to be in post. */
function titleOf(
  { villages, covered, on, byTier }: Coverage,
  over: string | null,
  text: Dictionary['home'],
): string {
  if (on !== null) return text.chartOn(on, covered, villages);
  if (covered === villages) return text.chart(villages);
  // After the issue a village lacks somebody rather than a tier.
  const settled = byTier.city + byTier.district + byTier.township === villages;
  if (!settled) return text.chartMissing(villages - covered);
  return over === null ? text.chartVacant(villages - covered) : text.chartOver(over, covered);
}
