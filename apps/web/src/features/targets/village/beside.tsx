import { useQuery } from '@tanstack/react-query';
import type { Project } from '@xuanpai/contracts/projects';
import { projectStateWords } from '@xuanpai/contracts/support-words';
import { postWords } from '@xuanpai/contracts/words';
import { useCan } from '../../../lib/can.tsx';
import { useDay } from '../../../lib/day.ts';
import { formatWan } from '../../../lib/format.ts';
import { useKnown } from '../../../lib/known.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { linkTo } from '../../../paths.ts';
import { Link } from '../../../ui/link.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge, type StateName } from '../../../ui/state-badge.tsx';
import { villagePostsQuery, villageProjectsQuery, villageSupportQuery } from '../queries.ts';
import styles from '../targets.module.css';

interface BesideProps {
  villageId: string;
  batchId: string;
}

/** Who is in post there, who helps, and what is being built. */
export function Beside({ villageId, batchId }: BesideProps) {
  const text = useText().targets;
  const { day } = useDay();
  const reads = useCan('assignments.read');
  const supports = useCan('support.read');
  const posts = useQuery({ ...villagePostsQuery(villageId, batchId), enabled: reads }).data?.items;
  const there = (posts ?? []).filter(
    ({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || endsOn >= day),
  );
  return (
    <>
      <Section title={text.posts}>
        {there.length === 0 ? (
          <p className={styles.muted}>{text.nobodyThere}</p>
        ) : (
          <PlainTable
            headless
            label={text.posts}
            rows={there}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                title: text.who,
                width: 76,
                phone: 'title',
                cell: ({ cadreId, cadreName }) => (
                  <Link to={linkTo.cadre(cadreId)}>{cadreName}</Link>
                ),
              },
              {
                key: 'post',
                title: text.post,
                phone: 'note',
                cell: ({ post, unitName }) => `${word(postWords[post])}${text.comma}${unitName}`,
              },
              {
                key: 'since',
                title: text.since,
                width: 110,
                align: 'end',
                phone: 'side',
                cell: ({ startsOn }) => text.sinceDay(startsOn),
              },
            ]}
          />
        )}
      </Section>
      {supports && <Helpers villageId={villageId} />}
      {supports && <Projects villageId={villageId} />}
    </>
  );
}

function Helpers({ villageId }: { villageId: string }) {
  const text = useText().targets;
  const { day } = useDay();
  const { data } = useQuery(villageSupportQuery(villageId, day, useKnown()));
  if (!data) return null;
  const brought = (id: string) =>
    data.helpers
      .filter(({ unitId, enterpriseId }) => unitId === id || enterpriseId === id)
      .reduce((sum, { amount }) => sum + Number(amount), 0);
  const rows = [
    ...data.units.map(({ unitId, unitName }) => ({
      ...{ id: unitId, name: unitName, kind: text.sendingUnit, amount: brought(unitId) },
    })),
    ...data.pairings.filter(isInForce).map(({ enterpriseId, enterpriseName }) => ({
      ...{ id: enterpriseId, name: enterpriseName, kind: text.enterprise },
      amount: brought(enterpriseId),
    })),
  ];
  return (
    <Section title={text.help}>
      {rows.length === 0 ? (
        <p className={styles.muted}>{text.nobodyHelps}</p>
      ) : (
        <PlainTable
          headless
          label={text.help}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: text.helper, phone: 'title', cell: ({ name }) => name },
            { key: 'kind', title: text.kind, width: 120, phone: 'note', cell: ({ kind }) => kind },
            {
              key: 'amount',
              title: text.money,
              width: 120,
              align: 'end',
              phone: 'side',
              cell: ({ amount }) => (amount > 0 ? text.moneyOf(formatWan(String(amount))) : '–'),
            },
          ]}
        />
      )}
    </Section>
  );
}

const isInForce = ({ inForce }: { inForce: boolean }) => inForce;

const projectStates: Record<Project['state'], StateName> = {
  planned: 'notDue',
  underWay: 'onTrack',
  done: 'done',
  accepted: 'done',
  stopped: 'stopped',
};

function Projects({ villageId }: { villageId: string }) {
  const text = useText().targets;
  const { day } = useDay();
  const { data } = useQuery(villageProjectsQuery(villageId, day, useKnown()));
  if (!data) return null;
  return (
    <Section title={text.projects(data.total, formatWan(data.received))}>
      {data.items.length > 0 && (
        <PlainTable
          label={text.projectsLabel}
          rows={data.items}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: text.project, phone: 'title', cell: ({ name }) => name },
            {
              key: 'amount',
              title: text.tenThousand,
              width: 92,
              align: 'end',
              phone: 'side',
              cell: ({ spent, planned }) => `${formatWan(spent)}/${formatWan(planned)}`,
            },
            {
              key: 'state',
              title: text.state,
              width: 96,
              phone: 'note',
              cell: ({ state, milestonesLate }) =>
                milestonesLate > 0 ? (
                  <StateBadge state="behind" />
                ) : (
                  <StateBadge state={projectStates[state]} word={word(projectStateWords[state])} />
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}
