import { useQuery } from '@tanstack/react-query';
import { exportLeaves, listLeaves } from '@xuanpai/contracts/leaves';
import { useCan } from '../../lib/can.tsx';
import { useReach } from '../../lib/reach.ts';
import { useListState, useSetUrlValues, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Page } from '../../ui/page.tsx';
import { AskPanel } from './ask-panel.tsx';
import { leaveColumns } from './leave-columns.tsx';
import { LeaveFilters } from './leave-filters.tsx';
import { LeavePanel } from './leave-panel.tsx';
import { leaveListQuery } from './queries.ts';

/** 请假: asked for, decided, ended; the days that they explain on the sheets. */
export function LeavesPage() {
  const { leaves: text, shell } = useText();
  const list = useListState(listLeaves);
  const query = useQuery(leaveListQuery(list.query));
  const [row] = useUrlValue('row');
  const [asking] = useUrlValue('ask');
  const show = useSetUrlValues();
  const asks = useCan('leaves.ask');
  const overlooks = useReach('leaves.read', 'cadres') === 'all';
  const { data } = query;
  return (
    <Page
      title={
        data ? text.answer(data.total, data.asked, data.toEnd, list.active > 0) : shell.tabs.leaves
      }
      tone="amber"
      documentTitle={shell.tabs.leaves}
      note={text.note}
      layout="fill"
      filters={<LeaveFilters list={list} />}
      secondary={
        <ExportButton
          endpoint={exportLeaves}
          parts={{ query: list.exportQuery }}
          blocked={data?.total === 0 ? text.nothingToExport : null}
        />
      }
      primary={
        asks && (
          <ActButton kind="primary" icon="plus" onClick={() => show({ row: null, ask: '1' })}>
            {text.ask}
          </ActButton>
        )
      }
    >
      <DataTable
        id="leaves"
        label={shell.tabs.leaves}
        columns={leaveColumns(text, overlooks)}
        rowKey={({ id }) => id}
        rowLabel={({ cadreName, startsOn }) => `${cadreName} ${startsOn}`}
        query={query}
        list={list}
        empty={{ title: text.none, note: asks ? text.noneNote : '' }}
        selected={row}
        onOpen={({ id }) => show({ ask: null, row: id })}
      />
      {asking ? (
        <AskPanel
          onClose={() => show({ ask: null })}
          onAsked={(id) => show({ ask: null, row: id })}
        />
      ) : (
        row && <LeavePanel id={row} onClose={() => show({ row: null })} />
      )}
    </Page>
  );
}
