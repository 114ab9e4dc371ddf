import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import type { BatchVillage } from '@xuanpai/contracts/coverage';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { batchVillagesQuery } from './queries.ts';
import { TierPanel } from './tier-panel.tsx';
import { villageColumns } from './village-columns.tsx';
import { filterVillages, useVillageFilters } from './village-filters.tsx';

/** Village by village: kinds, income, tier and why; a tier is set by hand beside the list. */
export function VillageView({ batch }: { batch: Batch }) {
  const text = useText();
  const { values } = useVillageFilters();
  const query = useQuery(batchVillagesQuery(batch.id));
  const [row, setRow] = useUrlValue('row');
  const items = filterVillages(query.data?.items ?? [], values);
  const open = query.data?.items.find(({ villageId }) => villageId === row);
  return (
    <>
      <DataTable<BatchVillage>
        id="batch-villages"
        label={text.coverage.byVillage}
        columns={villageColumns(text)}
        rowKey={({ villageId }) => villageId}
        rowLabel={({ name }) => name}
        query={{ ...query, data: query.data && { items, total: items.length } }}
        empty={{ title: text.ui.emptyFiltered }}
        selected={row}
        onOpen={({ villageId }) => setRow(villageId)}
      />
      {open && <TierPanel batch={batch} village={open} onClose={() => setRow(null)} />}
    </>
  );
}
