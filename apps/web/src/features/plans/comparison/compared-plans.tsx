import { useQuery } from '@tanstack/react-query';
import { type Comparison, exportComparison } from '@xuanpai/contracts/plan-variants';
import type { Plan } from '@xuanpai/contracts/plans';
import { formatChange } from '../../../lib/format.ts';
import { useUrlValue } from '../../../lib/url-state.ts';
import { useText } from '../../../locales/use-text.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { Page } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { Split } from '../../../ui/split.tsx';
import { Failed, Skeleton } from '../../../ui/table-states.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import type { PlanSummary } from '../plan-columns.tsx';
import { planTabs } from '../plan-tabs.ts';
import { comparisonQuery } from '../what-if-queries.ts';
import { Aside } from './aside.tsx';
import { OtherActs } from './other-acts.tsx';
import { OtherRun } from './other-run.tsx';
import { PersonTable } from './person-table.tsx';
import { onlyOf, rowsOf } from './shown-rows.ts';
import { VillageTable } from './village-table.tsx';

interface ComparedPlansProps {
  plan: Plan;
  other: PlanSummary;
  others: readonly PlanSummary[];
  onChoose: (id: string) => void;
}

/** Two plans beside each other. */
export function ComparedPlans({ plan, other, others, onChoose }: ComparedPlansProps) {
  const { whatIf: text, plans } = useText();
  const query = useQuery(comparisonQuery(plan.id, other.id));
  const [view, setView] = useUrlValue('view');
  const [only, setOnly] = useUrlValue('only');
  const shown = onlyOf(only);
  const found = query.data;
  const rows = found && rowsOf(found, shown);
  const people = view === 'people';
  return (
    <Page
      title={found ? titleOf(found, text) : text.reading}
      tone={found && differenceOf(found) < 0 ? 'amber' : 'green'}
      documentTitle={`${plan.name} ${text.toCompare}`}
      note={
        found && (found.sameWeights ? text.compareNoteSame : text.compareNote(found.first.name))
      }
      small={<OtherRun id={other.id} base={plan.id} />}
      tabs={planTabs(plan, plans)}
      lined
      filters={
        <FilterBar>
          <Select
            aria-label={text.compareWith}
            prefix={text.compareWith}
            style={{ minWidth: 190 }}
            value={other.id}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={onChoose}
          />
          <Select
            aria-label={text.show}
            prefix={text.show}
            style={{ minWidth: 128 }}
            value={shown}
            options={onlyChoices(text)}
            onChange={(value) => setOnly(value === 'changed' ? null : value)}
          />
        </FilterBar>
      }
      secondary={
        <>
          <ExportButton
            endpoint={exportComparison}
            parts={{ params: { id: plan.id }, query: { with: other.id } }}
          />
          <ActButton icon="print" reads onClick={() => window.print()}>
            {text.print}
          </ActButton>
        </>
      }
      primary={<OtherActs other={other} />}
    >
      {query.error && !found && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!found && !query.error && <Skeleton lines={8} />}
      {found && rows && (
        <Split aside={<Aside found={found} />} asideWidth={360}>
          <Tabs
            lined
            label={text.viewLabel}
            value={people ? 'people' : 'villages'}
            items={[
              { value: 'villages', label: text.view.villages, count: rows.villages.length },
              { value: 'people', label: text.view.people, count: found.people.length },
            ]}
            onChange={(value) => setView(value === 'villages' ? null : value)}
          />
          {people ? (
            <PersonTable found={found} />
          ) : (
            <VillageTable found={found} rows={rows.villages} />
          )}
        </Split>
      )}
    </Page>
  );
}

function differenceOf({ first, second, sameWeights }: Comparison): number {
  const after = sameWeights ? second.score : second.byOther?.score;
  return (after ?? 0) - (first.score ?? 0);
}

function titleOf(found: Comparison, text: Dictionary['whatIf']): string {
  const { first, second, people } = found;
  const change = differenceOf(found);
  if (people.length === 0 && change === 0) return text.compareSame(first.name, second.name);
  return text.compareTitle(first.name, second.name, formatChange(change), people.length);
}

function onlyChoices(text: Dictionary['whatIf']) {
  return (['changed', 'moved', 'all'] as const).map((value) => ({
    value,
    label: text.only[value],
  }));
}
