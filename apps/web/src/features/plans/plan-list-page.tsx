import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import { createPlan } from '@xuanpai/contracts/plans';
import { Checkbox } from 'antd';
import { call } from '../../lib/api.ts';
import { problemOf } from '../../lib/api-problem.ts';
import { Can } from '../../lib/can.tsx';
import { useGo } from '../../lib/links.ts';
import { showDone } from '../../lib/undo.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Page } from '../../ui/page.tsx';
import { WithBatch } from '../../ui/with-batch.tsx';
import { originOf, planColumns } from './plan-columns.tsx';
import { PlanListPanel } from './plan-list-panel.tsx';
import { planListQuery, plansKey } from './queries.ts';
import { BeginReplanPanel } from './replan/begin-panel.tsx';

/** Stands in the address where a plan's id would. */
const replanning = 'replan';

/** The plans of the batch looked at. */
export function PlanListPage() {
  return <WithBatch>{(batch) => <PlansOf batch={batch} />}</WithBatch>;
}

function PlansOf({ batch }: { batch: Batch }) {
  const text = useText().plans;
  const query = useQuery(planListQuery(batch.id));
  const [row, setRow] = useUrlValue('row');
  const { whatIf, replans } = useText();
  const [laid, setLaid] = useUrlValue('laid');
  const all = query.data?.items ?? [];
  const plans = all.filter(({ status }) => status !== 'dropped');
  const hidden = all.length - plans.length;
  const shown = laid === null ? plans : all;
  const issued = plans.find(({ status }) => status === 'issued');
  const chosen = all.find(({ id }) => id === row) ?? null;
  const create = useCreatePlan(batch.id);
  return (
    <Page
      title={titleOf()}
      tone="green"
      documentTitle={text.documentTitle}
      note={text.listNote(batch.name)}
      layout="fill"
      filters={
        hidden > 0 && (
          <FilterBar result={laid === null ? whatIf.laidHidden(hidden) : null}>
            <Checkbox
              checked={laid !== null}
              onChange={({ target }) => setLaid(target.checked ? '1' : null)}
            >
              {whatIf.laidFilter}
            </Checkbox>
          </FilterBar>
        )
      }
      secondary={
        issued && (
          <Can permission="plans.write">
            <ActButton onClick={() => setRow(replanning)}>{replans.begin}</ActButton>
          </Can>
        )
      }
      primary={
        <Can permission="plans.write">
          <ActButton
            kind="primary"
            icon="plus"
            busy={create.isPending}
            onClick={() => create.mutate()}
          >
            {text.create}
          </ActButton>
        </Can>
      }
    >
      <DataTable
        id="plans"
        label={text.documentTitle}
        columns={planColumns(text, whatIf, all)}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        query={query.data ? { ...query, data: { items: shown } } : query}
        empty={{ title: text.empty, note: text.emptyNote }}
        selected={row}
        onOpen={({ id }) => setRow(id)}
      />
      {row === replanning && <BeginReplanPanel batch={batch} onClose={() => setRow(null)} />}
      {chosen && (
        <PlanListPanel
          key={chosen.id}
          plan={chosen}
          origin={originOf(chosen, whatIf, all)}
          onClose={() => setRow(null)}
        />
      )}
    </Page>
  );

  function titleOf() {
    if (!query.data) return text.loading;
    if (issued) return text.listIssued(issued.name, issued.documentNumber ?? '');
    return plans.length === 0 ? text.listNone : text.listTitle(plans.length);
  }
}

/** Makes a plan and opens its board. */
function useCreatePlan(batchId: string) {
  const text = useText().plans;
  const client = useQueryClient();
  const go = useGo();
  return useMutation({
    mutationFn: () => call(createPlan, { params: { id: batchId }, body: {} }),
    onSuccess: (plan) => {
      void client.invalidateQueries({ queryKey: [...plansKey, 'of'] });
      showDone(text.created(plan.name, plan.places.length));
      go(linkTo.plan(plan.id));
    },
    onError: (error) => {
      const problem = problemOf(error);
      showDone(problem.detail || problem.title);
    },
  });
}
