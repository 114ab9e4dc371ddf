import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useSeenDay } from '../../lib/known.ts';
import { useGo } from '../../lib/links.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useVillageTabs } from '../../lib/use-village-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { KnownLine } from '../../ui/known-line.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Split } from '../../ui/split.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { issueColumns } from './issue-columns.tsx';
import {
  inspectionListQuery,
  issueListQuery,
  villageNameQuery,
  villageStateQuery,
} from './queries.ts';
import { VillageStateParts } from './village-state.tsx';
import { VillageStatePanel } from './village-state-panel.tsx';
import { visitColumns } from './visit-columns.tsx';

/** A village's tab 督查: what was found, who came. */
export function VillageInspectionsPage() {
  const { villageId = '' } = useParams();
  const query = useQuery(villageNameQuery(villageId));
  if (query.data && !query.error) return <Loaded village={query.data} />;
  return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
}

function Loaded({ village }: { village: { id: string; name: string } }) {
  const { inspections: text, shell } = useText();
  const go = useGo();
  const tabs = useVillageTabs(village.id, village.name);
  const seen = useSeenDay();
  const query = { villageIds: village.id, pageSize: 200, ...seen };
  const issues = useQuery(issueListQuery(query));
  const state = useQuery(villageStateQuery(village.id, seen));
  const [panel] = useUrlValue('panel');
  const visits = useQuery(inspectionListQuery(query));
  const waiting = (issues.data?.items ?? []).filter(
    ({ state }) => state !== 'closed' && state !== 'withdrawn',
  );
  const overdue = waiting.filter(({ daysLate }) => daysLate !== null).length;
  return (
    <Page
      title={text.villageAnswer(village.name, waiting.length, overdue)}
      documentTitle={`${village.name} ${shell.pages.inspections}`}
      note={<KnownLine alone />}
      tabs={tabs}
      layout="fill"
    >
      <WithPanel panel={state.data && <VillageStatePanel state={state.data} />}>
        <Split
          asideWidth={520}
          aside={state.data && panel === null && <VillageStateParts state={state.data} />}
        >
          <Section title={text.findings}>
            <DataTable
              id="findings-of-village"
              label={text.findings}
              columns={issueColumns(text, { townships: false, village: false })}
              rowKey={({ id }) => id}
              query={issues}
              empty={{ title: text.none }}
              onOpen={({ id }) => go(linkTo.finding(id))}
              fill={false}
            />
          </Section>
          <Section title={text.villageVisits}>
            <DataTable
              id="visits-of-village"
              label={text.villageVisits}
              columns={visitColumns(text).filter(({ key }) => key !== 'villages' && key !== 'team')}
              rowKey={({ id }) => id}
              query={visits}
              empty={{ title: text.noVillageVisits }}
              onOpen={({ id }) => go(linkTo.inspection(id))}
              fill={false}
            />
          </Section>
        </Split>
      </WithPanel>
    </Page>
  );
}
