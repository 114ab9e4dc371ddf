import { useQuery } from '@tanstack/react-query';
import { type DrawItem, listDraws } from '@xuanpai/contracts/village-draws';
import { useCan } from '../../lib/can.tsx';
import { formatInstant } from '../../lib/format.ts';
import { useGo } from '../../lib/links.ts';
import { useListState, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/page.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { DrawPanel } from './draw-panel.tsx';
import { drawListQuery } from './queries.ts';

/** 随机抽村: each draw with its proof, the latest first. */
export function DrawsPage() {
  const { inspections: text, shell } = useText();
  const list = useListState(listDraws);
  const query = useQuery(drawListQuery(list.query));
  const go = useGo();
  const [panel, setPanel] = useUrlValue('panel');
  const draws = useCan('inspections.draw');
  return (
    <Page
      title={query.data ? text.drawsAnswer(query.data.total) : shell.tabs.draws}
      documentTitle={shell.tabs.draws}
      note={text.drawsNote}
      layout="fill"
      primary={
        draws && (
          <ActButton kind="primary" onClick={() => setPanel('draw')}>
            {text.draw}
          </ActButton>
        )
      }
    >
      <DataTable
        id="draws"
        label={shell.tabs.draws}
        columns={columnsOf(text)}
        rowKey={({ id }) => id}
        rowLabel={({ purpose }) => purpose}
        query={query}
        list={list}
        empty={{ title: text.noDraws, note: text.drawHint }}
        onOpen={({ id }) => go(linkTo.draw(id))}
      />
      {panel === 'draw' && draws && (
        <DrawPanel onClose={() => setPanel(null)} onDrawn={(id) => go(linkTo.draw(id))} />
      )}
    </Page>
  );
}

function columnsOf(text: Dictionary['inspections']): Column<DrawItem>[] {
  return [
    {
      key: 'purpose',
      title: text.purpose,
      width: 200,
      fixed: true,
      phone: 'title',
      cell: (row) => row.purpose,
    },
    {
      key: 'size',
      title: text.count,
      width: 90,
      align: 'end',
      cell: ({ drawn, population }) => text.ofPopulation(drawn.length, population),
    },
    {
      key: 'drawn',
      title: text.drawnVillages,
      phone: 'note',
      cell: ({ drawn }) => drawn.map(({ name }) => name).join('、'),
    },
    {
      key: 'used',
      title: text.state,
      width: 110,
      phone: 'side',
      cell: ({ inspectionId }) =>
        inspectionId === null ? (
          <StateBadge state="notReported" word={text.notUsed} />
        ) : (
          <StateBadge state="done" word={text.used} quiet />
        ),
    },
    { key: 'by', title: text.drawnByName, width: 90, cell: (row) => row.drawnByName },
    { key: 'at', title: text.drawnAt, width: 140, cell: ({ drawnAt }) => formatInstant(drawnAt) },
  ];
}
