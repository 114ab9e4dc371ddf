import { useQuery } from '@tanstack/react-query';
import type { Leader, LeaderLink } from '@xuanpai/contracts/leader-links';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { useSeenDay } from '../../lib/known.ts';
import { useSetUrlValues } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { KnownLine } from '../../ui/known-line.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { Split } from '../../ui/split.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { Empty, Failed, Skeleton } from '../../ui/table-states.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { LeadersPanel } from './leaders-panel.tsx';
import { leadersQuery } from './queries.ts';

/** 领导联系村: which visits are due, and what became of the questions. */
export function LeadersPage() {
  const { inspections: text, shell } = useText();
  const query = useQuery(leadersQuery(useSeenDay()));
  const show = useSetUrlValues();
  const links = useCan('inspections.link');
  const { data } = query;
  return (
    <Page
      title={
        data
          ? text.leadersAnswer(data.items.length, data.overdueVisits, data.overdueAnswers)
          : shell.tabs.leaders
      }
      documentTitle={shell.tabs.leaders}
      note={
        <>
          {text.leadersNote}
          <KnownLine />
        </>
      }
      layout="fill"
      primary={
        links && (
          <ActButton
            kind="primary"
            icon="plus"
            onClick={() => show({ panel: 'leader', row: null })}
          >
            {text.addLeader}
          </ActButton>
        )
      }
    >
      <WithPanel panel={data && <LeadersPanel leaders={data.items} />}>
        <Split aside={null}>
          {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
          {!data && !query.error && <Skeleton />}
          {data?.items.length === 0 && <Empty title={text.noLeaders} />}
          {data?.items.map((leader) => (
            <LeaderPart key={leader.id} leader={leader} />
          ))}
        </Split>
      </WithPanel>
    </Page>
  );
}

function LeaderPart({ leader }: { leader: Leader }) {
  const text = useText().inspections;
  const show = useSetUrlValues();
  const { readOnly } = useDay();
  const links = useCan('inspections.link') && !readOnly;
  const visits = (useCan('inspections.write') || leader.own) && !readOnly;
  const open = (panel: string, row: string) => show({ panel, row });
  const active = leader.links.filter(({ endsOn, dueOn }) => endsOn === null || dueOn !== null);
  return (
    <Section
      title={leader.name}
      note={leader.position}
      extra={
        <>
          {visits && active.length > 0 && (
            <TextButton onClick={() => open('visit', leader.id)}>{text.enterVisit}</TextButton>
          )}{' '}
          {links && (
            <TextButton onClick={() => open('link', leader.id)}>{text.linkVillage}</TextButton>
          )}
        </>
      }
    >
      {leader.links.length === 0 ? (
        <p>{text.noLinks}</p>
      ) : (
        <PlainTable
          label={leader.name}
          rows={leader.links}
          rowKey={({ id }) => id}
          columns={[
            ...columnsOf(text),
            ...(links
              ? [
                  {
                    key: 'act',
                    title: text.change,
                    untitled: true,
                    width: 60,
                    cell: ({ id }: LeaderLink) => (
                      <TextButton onClick={() => open('relink', id)}>{text.change}</TextButton>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Section>
  );
}

function columnsOf(text: Dictionary['inspections']): Column<LeaderLink>[] {
  return [
    {
      key: 'village',
      title: text.village,
      width: 200,
      phone: 'title',
      cell: ({ villageId, townshipName, villageName }) => (
        <Link to={linkTo.villageInspections(villageId)}>
          {text.where(townshipName, villageName)}
        </Link>
      ),
    },
    {
      key: 'interval',
      title: text.interval,
      unit: text.days,
      width: 90,
      align: 'end',
      cell: ({ intervalDays }) => intervalDays,
    },
    { key: 'visits', title: text.visited, width: 70, align: 'end', cell: ({ visits }) => visits },
    {
      key: 'last',
      title: text.lastVisit,
      width: 110,
      phone: 'note',
      named: true,
      cell: ({ lastVisitOn }) => lastVisitOn ?? text.never,
    },
    {
      key: 'due',
      title: text.nextVisit,
      width: 190,
      phone: 'side',
      named: true,
      cell: ({ dueOn, daysLeft }) => <Due dueOn={dueOn} daysLeft={daysLeft} />,
    },
    {
      key: 'questions',
      title: text.questions,
      phone: 'note',
      cell: ({ questions, overdueAnswers }) =>
        overdueAnswers > 0 ? (
          <StateBadge state="overdue" word={text.questionsOverdue(questions, overdueAnswers)} />
        ) : (
          text.questionsOpen(questions)
        ),
    },
  ];
}

function Due({ dueOn, daysLeft }: Pick<LeaderLink, 'dueOn' | 'daysLeft'>) {
  const text = useText().inspections;
  if (dueOn === null || daysLeft === null) return text.linkEnded;
  if (daysLeft < 0) {
    return <StateBadge state="overdue" word={text.visitOverdue(dueOn, -daysLeft)} />;
  }
  return dueOn;
}
