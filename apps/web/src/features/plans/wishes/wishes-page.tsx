import { useQuery } from '@tanstack/react-query';
import { exportWishes, type PlanWish, type PlanWishes } from '@xuanpai/contracts/plan-wishes';
import type { Plan } from '@xuanpai/contracts/plans';
import { type WishKind, wishKinds } from '@xuanpai/contracts/values';
import { wishKindWords } from '@xuanpai/contracts/words';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { useUrlValue } from '../../../lib/url-state.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '../../../ui/filter-bar.tsx';
import { Page } from '../../../ui/page.tsx';
import { Failed, Skeleton } from '../../../ui/table-states.tsx';
import { boardOf } from '../board-model.ts';
import { UndoButtons } from '../history/undo-buttons.tsx';
import { useUndoKeys } from '../history/use-undo-keys.ts';
import { planTabs } from '../plan-tabs.ts';
import { planQuery, wishesQuery } from '../queries.ts';
import { usePlanRun } from '../use-run.ts';
import { AddWish } from './add-wish.tsx';
import { Contradictions } from './contradictions.tsx';
import { useWishActs } from './use-wish-acts.ts';
import { wishColumns } from './wish-columns.tsx';
import { isShown, rowsOf } from './wish-list.ts';
import { WishPanel } from './wish-panel.tsx';

/** What is asked of a plan beyond the policy: pins, bans, pairs, preferences and declared kin. */
export function WishesPage() {
  const { planId = '' } = useParams();
  const text = useText().plans;
  const query = useQuery(planQuery(planId));
  if (query.data) return <Wishes key={planId} plan={query.data} />;
  return (
    <Page title={text.loading} documentTitle={text.wishes}>
      {query.error ? (
        <Failed error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton />
      )}
    </Page>
  );
}

const adding = 'new';

function Wishes({ plan }: { plan: Plan }) {
  const { wishes: text, plans } = useText();
  const query = useQuery(wishesQuery(plan.id, plan.version));
  const board = useMemo(() => boardOf(plan), [plan]);
  const [row, setRow] = useUrlValue('row');
  const [kind, setKind] = useUrlValue('kind');
  const [find, setFind] = useUrlValue('q');
  const acts = useWishActs(plan, usePlanRun(plan).running);
  useUndoKeys(acts);
  const data = query.data;
  const all = data ? rowsOf(data) : [];
  const filter = { kind: wishKinds.find((one) => one === kind) ?? null, find: find ?? '' };
  const items = all.filter((one) => isShown(one, filter));
  const chosen = all.find(({ id }) => id === row) ?? null;
  const active = (filter.kind ? 1 : 0) + (filter.find ? 1 : 0);
  return (
    <Page
      title={data ? titleOf(data, text) : plans.loading}
      tone="red"
      documentTitle={`${plan.name} ${text.documentTitle}`}
      note={data && noteOf(data)}
      layout="fill"
      filters={
        <>
          {data && (
            <Contradictions
              items={data.contradictions}
              onOpen={({ wishIds }) => setRow(wishIds[0] ?? null)}
            />
          )}
          <FilterBar
            active={active}
            onClear={() => {
              setKind(null);
              setFind(null);
            }}
          >
            <FilterSelect<WishKind>
              label={text.kind}
              value={filter.kind ?? undefined}
              options={wishKinds.map((value) => ({ value, label: word(wishKindWords[value]) }))}
              onChange={setKind}
            />
            <FilterSearch label={text.search} value={filter.find} onChange={setFind} />
          </FilterBar>
        </>
      }
      tabs={planTabs(plan, plans)}
      secondary={
        <>
          <UndoButtons acts={acts} />
          <ExportButton
            endpoint={exportWishes}
            parts={{
              params: { id: plan.id },
              query: {
                ...(filter.kind ? { kinds: filter.kind } : {}),
                ...(filter.find ? { q: filter.find } : {}),
              },
            }}
          />
        </>
      }
      primary={
        <ActButton kind="primary" icon="plus" blocked={acts.blocked} onClick={() => setRow(adding)}>
          {text.add}
        </ActButton>
      }
    >
      <DataTable
        id="wishes"
        label={text.documentTitle}
        columns={wishColumns(text)}
        rowKey={({ id }) => id}
        rowLabel={(one) => one.text}
        query={{ ...query, data: data && { items, total: items.length } }}
        empty={{ title: text.empty, note: text.emptyNote }}
        selected={row}
        onOpen={({ id }) => setRow(id)}
      />
      {row === adding && <AddWish board={board} acts={acts} onClose={() => setRow(null)} />}
      {chosen && (
        <WishPanel
          key={`${chosen.id} ${plan.version}`}
          board={board}
          row={chosen}
          acts={acts}
          onClose={() => setRow(null)}
        />
      )}
    </Page>
  );

  function noteOf({ items: found, relatives }: PlanWishes) {
    const pins = found.filter((wish) => wish.kind === 'pin' && wish.state === 'inForce').length;
    return text.note(plan.name, pins, relatives.length);
  }
}

function titleOf({ items, contradictions }: PlanWishes, text: Dictionary['wishes']): string {
  const inForce = items.filter(({ state }) => state === 'inForce');
  const broken = inForce.filter(({ kept }: PlanWish) => kept === false).length;
  if (contradictions.length > 0) return text.titleContradicted(contradictions.length);
  if (inForce.length === 0) return text.titleNone;
  return broken === 0 ? text.titleKept(inForce.length) : text.titleNotKept(inForce.length, broken);
}
