import { useQuery } from '@tanstack/react-query';
import { exportChanges, type PlanChanges } from '@xuanpai/contracts/plan-replans';
import type { Plan } from '@xuanpai/contracts/plans';
import { useParams } from 'react-router';
import { useText } from '../../../locales/use-text.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { UnreadPage } from '../../../ui/unread-page.tsx';
import { planTabs } from '../plan-tabs.ts';
import { planQuery } from '../queries.ts';
import { changeColumns } from './change-columns.tsx';
import { changesQuery } from './queries.ts';
import { RenewButton } from './renew-button.tsx';

/** 变动: whom a re-plan moves, and why, before it is issued. */
export function PlanChangesPage() {
  const { planId = '' } = useParams();
  const text = useText().replans;
  const query = useQuery(planQuery(planId));
  if (query.data) return <Changes plan={query.data} />;
  return (
    <UnreadPage
      title={text.loading}
      documentTitle={text.documentTitle}
      error={query.error}
      onRetry={() => void query.refetch()}
    />
  );
}

function Changes({ plan }: { plan: Plan }) {
  const { replans: text, plans } = useText();
  const query = useQuery(changesQuery(plan.id, plan.version));
  const { data } = query;
  return (
    <Page
      title={data ? titleOf(data, text) : text.loading}
      tone="red"
      documentTitle={`${plan.name} ${text.documentTitle}`}
      note={data && text.note(data.counts.unchanged)}
      layout="fill"
      tabs={planTabs(plan, plans)}
      secondary={
        <ExportButton
          endpoint={exportChanges}
          parts={{ params: { id: plan.id } }}
          label={text.export}
        />
      }
      primary={plan.status === 'issued' ? null : <RenewButton plan={plan} />}
    >
      <DataTable
        id="plan-changes"
        label={text.documentTitle}
        columns={changeColumns(text)}
        rowKey={({ cadreId }) => cadreId}
        rowLabel={({ name }) => name}
        query={{ ...query, data: data && { items: data.items, total: data.items.length } }}
        empty={{ title: text.empty, note: text.emptyNote }}
      />
    </Page>
  );
}

function titleOf({ on, counts }: PlanChanges, text: Dictionary['replans']): string {
  const { goes, comes, moves } = counts;
  return goes + comes + moves === 0 ? text.titleNone(on) : text.title(on, goes, comes, moves);
}
