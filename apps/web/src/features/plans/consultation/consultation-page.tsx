import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type ConsultationState,
  consultationStates,
  exportConsultation,
  type PlanConsultation,
  sendConsultation,
} from '@xuanpai/contracts/plan-consultation';
import type { Plan } from '@xuanpai/contracts/plans';
import { useParams } from 'react-router';
import { call } from '../../../lib/api.ts';
import { problemOf } from '../../../lib/api-problem.ts';
import { Can } from '../../../lib/can.tsx';
import { showDone } from '../../../lib/undo.ts';
import { useUrlValue } from '../../../lib/url-state.ts';
import { useText } from '../../../locales/use-text.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '../../../ui/filter-bar.tsx';
import { Page } from '../../../ui/page.tsx';
import { UnreadPage } from '../../../ui/unread-page.tsx';
import { planTabs } from '../plan-tabs.ts';
import { planQuery } from '../queries.ts';
import { consultationColumns } from './consultation-columns.tsx';
import { ConsultationPanel } from './consultation-panel.tsx';
import { consultationQuery, consultationsKey } from './queries.ts';

/** 征求意见: whom a plan was shown to, what they said, what became of objections. */
export function ConsultationPage() {
  const { planId = '' } = useParams();
  const text = useText().replans;
  const query = useQuery(planQuery(planId));
  if (query.data) return <ConsultationOf plan={query.data} />;
  return (
    <UnreadPage
      title={text.loading}
      documentTitle={text.consultation}
      error={query.error}
      onRetry={() => void query.refetch()}
    />
  );
}

function ConsultationOf({ plan }: { plan: Plan }) {
  const { replans: text, plans } = useText();
  const query = useQuery(consultationQuery(plan.id, plan.version));
  const [row, setRow] = useUrlValue('row');
  const [state, setState] = useUrlValue('state');
  const [find, setFind] = useUrlValue('q');
  const { data } = query;
  const wanted = consultationStates.find((one) => one === state) ?? null;
  const items = (data?.items ?? []).filter(
    (one) => (wanted === null || one.state === wanted) && one.name.includes(find ?? ''),
  );
  const chosen = data?.items.find(({ id }) => id === row) ?? null;
  return (
    <Page
      title={data ? titleOf(data, text) : text.loading}
      tone={data && data.counts.objected > 0 ? 'red' : 'green'}
      documentTitle={`${plan.name} ${text.consultation}`}
      note={data && text.consultNote(data.counts.sent, data.counts.unsent, data.counts.outdated)}
      layout="fill"
      tabs={planTabs(plan, plans)}
      filters={
        <FilterBar
          active={(wanted ? 1 : 0) + (find ? 1 : 0)}
          onClear={() => {
            setState(null);
            setFind(null);
          }}
        >
          <FilterSelect<ConsultationState>
            label={text.state}
            value={wanted ?? undefined}
            options={consultationStates.map((value) => ({ value, label: text.states[value] }))}
            onChange={setState}
          />
          <FilterSearch label={text.party} value={find ?? ''} onChange={setFind} />
        </FilterBar>
      }
      secondary={
        <ExportButton
          endpoint={exportConsultation}
          parts={{ params: { id: plan.id } }}
          label={text.exportConsultation}
        />
      }
      primary={
        data &&
        plan.status !== 'issued' &&
        data.counts.unsent + data.counts.outdated > 0 && (
          <Can permission="plans.write">
            <SendButton plan={plan} data={data} />
          </Can>
        )
      }
    >
      <DataTable
        id="consultation"
        label={text.consultation}
        columns={consultationColumns(text, false)}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        query={{ ...query, data: data && { items, total: items.length } }}
        empty={{ title: text.consultEmpty, note: text.consultEmptyNote }}
        selected={row}
        onOpen={({ id }) => setRow(id)}
      />
      {chosen && (
        <ConsultationPanel
          key={`${chosen.id} ${chosen.version}`}
          one={chosen}
          onClose={() => setRow(null)}
        />
      )}
    </Page>
  );
}

function SendButton({ plan, data }: { plan: Plan; data: PlanConsultation }) {
  const text = useText().replans;
  const client = useQueryClient();
  const { unsent, outdated } = data.counts;
  const send = useMutation({
    mutationFn: () =>
      call(sendConsultation, { params: { id: plan.id }, body: { version: plan.version } }),
    onSuccess: async ({ total }) => {
      showDone(text.sent(total));
      await client.invalidateQueries({ queryKey: consultationsKey });
    },
    onError: (error) => {
      const problem = problemOf(error);
      showDone(problem.errors[0]?.message ?? problem.title);
    },
  });
  return (
    <ActButton kind="primary" busy={send.isPending} onClick={() => send.mutate()}>
      {text.send(unsent + outdated)}
    </ActButton>
  );
}

function titleOf({ total, counts }: PlanConsultation, text: Dictionary['replans']): string {
  return total === 0 ? text.consultNone : text.consultTitle(total, counts.agreed, counts.objected);
}
