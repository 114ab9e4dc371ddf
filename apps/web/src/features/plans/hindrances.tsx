import type { Plan, PlanFinding } from '@xuanpai/contracts/plans';
import { basisText } from '../../lib/basis.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from './hindrances.module.css';
import { hindrancesOf } from './issue-model.ts';

/** As many as can be read at once. */
const most = 30;

/** Everything that stops the approval, each with its basis and a link to where it is put right. */
export function Hindrances({ plan }: { plan: Plan }) {
  const { publication: text, problems } = useText();
  const found = hindrancesOf(plan);
  if (plan.filled === 0) {
    return (
      <Section title={text.blocks}>
        <StateBadge state="problem" word={text.notSolved} />{' '}
        <Link to={linkTo.plan(plan.id)}>{text.toSolve}</Link>
      </Section>
    );
  }
  if (found.length === 0) {
    return (
      <Section title={text.blocks}>
        <StateBadge state="eligible" word={text.blocksNone} />
      </Section>
    );
  }
  return (
    <Section title={text.blocks} note={text.blocksCount(found.length)}>
      <PlainTable
        label={text.blocks}
        headless
        rowHeight={28}
        rows={found.slice(0, most)}
        rowKey={({ code, placeId, villageId, cadreId }) =>
          [code, placeId, villageId, cadreId].join(' ')
        }
        columns={[
          {
            key: 'message',
            title: text.blocks,
            phone: 'title',
            cell: ({ message }) => (
              <div className={styles.message}>
                <StateBadge state="problem" word={message} />
              </div>
            ),
          },
          {
            key: 'basis',
            title: text.basis,
            width: 150,
            cell: ({ basis }) => basisText(basis, problems),
          },
          {
            key: 'go',
            title: text.toPlace,
            width: 96,
            align: 'end',
            phone: 'side',
            cell: (finding) => <Remedy plan={plan} finding={finding} />,
          },
        ]}
      />
      {found.length > most && <p>{text.more(found.length - most)}</p>}
    </Section>
  );
}

/** Where it is put right. */
function Remedy({ plan, finding }: { plan: Plan; finding: PlanFinding }) {
  const text = useText().publication;
  const { code, placeId, cadreId } = finding;
  if (code === 'villageWithoutTier') {
    return <Link to={linkTo.coverage({ view: 'villages' })}>{text.toCoverage}</Link>;
  }
  if (code === 'ownWeights') {
    return <Link to={linkTo.planWeights(plan.id)}>{text.toWeights}</Link>;
  }
  if (code === 'placesOutdated') return <Link to={linkTo.plan(plan.id)}>{text.toBoard}</Link>;
  if (code === 'notEligible') {
    const nomination = plan.cadres.find((one) => one.cadreId === cadreId)?.nominationId;
    return <Link to={linkTo.eligibility({ row: nomination ?? null })}>{text.toEligibility}</Link>;
  }
  return <Link to={linkTo.plan(plan.id, { place: placeId })}>{text.toPlace}</Link>;
}
