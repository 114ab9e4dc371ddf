import { useQuery } from '@tanstack/react-query';
import { exportVillages, listVillages } from '@xuanpai/contracts/villages';
import { useBatch } from '../../lib/batch.ts';
import { Can } from '../../lib/can.tsx';
import { useReach } from '../../lib/reach.ts';
import { useListState, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import type { EmptyWords } from '../../ui/table-states.tsx';
import { villageListQuery } from './queries.ts';
import { villageColumns } from './village-columns.tsx';
import { VillageFilters } from './village-filters.tsx';
import { NewVillagePanel } from './village-form-panel.tsx';
import { VillagePanel } from './village-panel.tsx';

/** The register of villages. */
export function VillageListPage() {
  const text = useText().villages;
  const { batch, isPending } = useBatch();
  const inBatch = batch ? { batchId: batch.id } : {};
  const list = useListState(listVillages);
  const villages = useQuery({
    ...villageListQuery({ ...list.query, ...inBatch }),
    enabled: !isPending,
  });
  const poor = useQuery({
    ...villageListQuery({ ...inBatch, poor: 'true', pageSize: 1 }),
    enabled: batch !== null,
  });
  const [row, setRow] = useUrlValue('row');
  const [panel, setPanel] = useUrlValue('panel');
  return (
    <Page
      title={titleOf()}
      documentTitle={text.register}
      note={batch ? text.note(batch.name) : text.noteWithoutBatch}
      layout="fill"
      filters={<VillageFilters list={list} hasBatch={batch !== null} />}
      secondary={
        <ExportButton
          endpoint={exportVillages}
          parts={{ query: { ...list.exportQuery, ...inBatch } }}
        />
      }
      primary={
        <Can permission="villages.write">
          <ActButton kind="primary" icon="plus" onClick={() => setPanel('new')}>
            {text.add}
          </ActButton>
        </Can>
      }
    >
      <DataTable
        id="villages"
        label={text.register}
        columns={villageColumns(text, batch !== null)}
        rowKey={(village) => village.id}
        rowLabel={(village) => village.name}
        query={villages}
        list={list}
        empty={useEmptyWords()}
        selected={row}
        onOpen={(village) => setRow(village.id)}
      />
      {panel === 'new' ? (
        <NewVillagePanel onClose={() => setPanel(null)} />
      ) : (
        row && <VillagePanel id={row} onClose={() => setRow(null)} />
      )}
    </Page>
  );

  function titleOf() {
    const total = villages.data?.total ?? 0;
    if (list.active > 0) return text.titleFiltered(total);
    return poor.data && total > 0 ? text.titleWithPoor(total, poor.data.total) : text.title(total);
  }
}

/** Nobody has imported any yet; or nothing is within the person's reach. */
function useEmptyWords(): EmptyWords {
  const text = useText().villages;
  if (useReach('villages.read', 'villages') === 'none') return { title: text.noneYours };
  return {
    title: text.empty,
    note: text.emptyNote,
    act: (
      <Can permission="imports.write">
        <Link to={linkTo.imports({ kind: 'villages' })}>{text.import}</Link>
      </Can>
    ),
  };
}
