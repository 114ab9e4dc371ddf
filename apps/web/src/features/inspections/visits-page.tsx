import { useQuery } from '@tanstack/react-query';
import { inspectionKindWords, listInspections } from '@xuanpai/contracts/inspections';
import { useCan } from '../../lib/can.tsx';
import { useSeenDay } from '../../lib/known.ts';
import { useGo } from '../../lib/links.ts';
import { useReach } from '../../lib/reach.ts';
import { useListState, useSetUrlValues, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { wordOptions } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { FilterDays } from '../../ui/filter-days.tsx';
import { FilterTownship } from '../../ui/filter-township.tsx';
import { KnownLine } from '../../ui/known-line.tsx';
import { Page } from '../../ui/page.tsx';
import { inspectionListQuery } from './queries.ts';
import { visitColumns } from './visit-columns.tsx';
import { VisitPanel } from './visit-panel.tsx';

/** Who went to which villages, the latest first. */
export function VisitsPage() {
  const { inspections: text, shell } = useText();
  const list = useListState(listInspections);
  const query = useQuery(inspectionListQuery({ ...list.query, ...useSeenDay() }));
  const go = useGo();
  const show = useSetUrlValues();
  const [entering] = useUrlValue('enter');
  const [drawId] = useUrlValue('draw');
  const enters = useCan('inspections.write');
  const overlooks = useReach('inspections.read', 'villages') === 'all';
  const { filters, setFilter } = list;
  return (
    <Page
      title={query.data ? text.visitsAnswer(query.data.total, list.active > 0) : shell.tabs.visits}
      documentTitle={shell.tabs.visits}
      note={
        <>
          {text.visitsNote}
          <KnownLine />
        </>
      }
      layout="fill"
      primary={
        enters && (
          <ActButton kind="primary" icon="plus" onClick={() => show({ enter: '1' })}>
            {text.enter}
          </ActButton>
        )
      }
      filters={
        <FilterBar active={list.active} onClear={list.clear}>
          <FilterSearch label={text.findVisit} value={list.q} onChange={(q) => setFilter('q', q)} />
          <FilterSelect
            label={text.visitKind}
            options={wordOptions(inspectionKindWords)}
            value={filters.kinds}
            onChange={(value) => setFilter('kinds', value)}
            width={160}
          />
          {overlooks && (
            <FilterTownship
              value={filters.townshipIds}
              onChange={(value) => setFilter('townshipIds', value)}
            />
          )}
          <FilterDays filters={filters} setFilter={setFilter} />
        </FilterBar>
      }
    >
      <DataTable
        id="inspections"
        label={shell.tabs.visits}
        columns={visitColumns(text)}
        rowKey={({ id }) => id}
        rowLabel={({ day, subject }) => `${day} ${subject}`}
        query={query}
        list={list}
        empty={{ title: text.noVisits, note: enters ? text.noVisitsNote : '' }}
        onOpen={({ id }) => go(linkTo.inspection(id))}
      />
      {entering && enters && (
        <VisitPanel
          drawId={drawId}
          onClose={() => show({ enter: null, draw: null })}
          onEntered={(id) => go(linkTo.inspection(id))}
        />
      )}
    </Page>
  );
}
