import { useQuery } from '@tanstack/react-query';
import { exportHelp, listHelp } from '@xuanpai/contracts/help';
import {
  helpKinds,
  helpKindWords,
  helpStates,
  helpStateWords,
} from '@xuanpai/contracts/support-words';
import type { PlainDate } from '@xuanpai/contracts/values';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { useKnown } from '../../lib/known.ts';
import { useReach } from '../../lib/reach.ts';
import { type ListState, useListState, useSetUrlValues, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { FilterTownship } from '../../ui/filter-township.tsx';
import { KnownLine } from '../../ui/known-line.tsx';
import { Page } from '../../ui/page.tsx';
import { EnterHelpPanel } from './enter-help-panel.tsx';
import { helpColumns } from './help-columns.tsx';
import { HelpPanel } from './help-panel.tsx';
import { helpListQuery } from './queries.ts';

/** 帮扶事项: what is promised and done, by whom for whom; the unit reports, the township confirms. */
export function HelpPage() {
  const { support: text, shell } = useText();
  const list = useListState(listHelp);
  const { day } = useDay();
  const on = { on: day as PlainDate, known: useKnown() };
  const query = useQuery(helpListQuery({ ...list.query, ...on }));
  const [row] = useUrlValue('row');
  const [entering] = useUrlValue('enter');
  const show = useSetUrlValues();
  const reports = useCan('support.report');
  const overlooks = useReach('support.read', 'help') === 'all';
  const { data } = query;
  return (
    <Page
      title={
        data
          ? text.helpAnswer(data.total, data.toDecide, data.owed, data.late)
          : shell.tabs.supportHelp
      }
      tone="amber"
      documentTitle={shell.tabs.supportHelp}
      note={
        <>
          {text.helpNote}
          <KnownLine words={text} />
        </>
      }
      layout="fill"
      filters={<Filters list={list} overlooks={overlooks} />}
      secondary={
        <ExportButton
          endpoint={exportHelp}
          parts={{ query: { ...list.exportQuery, ...on } }}
          blocked={data?.total === 0 ? text.nothingToExport : null}
        />
      }
      primary={
        reports && (
          <ActButton kind="primary" icon="plus" onClick={() => show({ row: null, enter: '1' })}>
            {text.enterHelp}
          </ActButton>
        )
      }
    >
      <DataTable
        id="help"
        label={text.helpList}
        columns={helpColumns(text, overlooks)}
        rowKey={({ id }) => id}
        rowLabel={({ helperName, villageName }) => `${helperName} ${villageName}`}
        query={query}
        list={list}
        empty={{ title: text.noHelp, note: reports ? text.noHelpNote : '' }}
        selected={row}
        onOpen={({ id }) => show({ enter: null, row: id })}
      />
      {entering ? (
        <EnterHelpPanel
          onClose={() => show({ enter: null })}
          onEntered={(id) => show({ enter: null, row: id })}
        />
      ) : (
        row && <HelpPanel id={row} onClose={() => show({ row: null })} />
      )}
    </Page>
  );
}

interface FiltersProps {
  list: ListState<typeof listHelp>;
  overlooks: boolean;
}

function Filters({ list, overlooks }: FiltersProps) {
  const text = useText().support;
  const decides = useCan('support.confirm');
  const { filters, setFilter } = list;
  const waitings = decides ? (['decide', 'owed', 'late'] as const) : (['owed', 'late'] as const);
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      <FilterSearch label={text.findHelp} value={list.q} onChange={(q) => setFilter('q', q)} />
      <FilterSelect
        label={text.waiting}
        options={waitings.map((value) => ({ value, label: text.waitings[value] }))}
        value={filters.waiting}
        onChange={(value) => setFilter('waiting', value)}
        width={150}
      />
      <FilterSelect
        label={text.state}
        options={helpStates.map((value) => ({ value, label: word(helpStateWords[value]) }))}
        value={filters.states}
        onChange={(value) => setFilter('states', value)}
        width={130}
      />
      <FilterSelect
        label={text.kind}
        options={helpKinds.map((value) => ({ value, label: word(helpKindWords[value]) }))}
        value={filters.kinds}
        onChange={(value) => setFilter('kinds', value)}
      />
      {overlooks && (
        <FilterTownship
          value={filters.townshipIds}
          onChange={(value) => setFilter('townshipIds', value)}
        />
      )}
    </FilterBar>
  );
}
