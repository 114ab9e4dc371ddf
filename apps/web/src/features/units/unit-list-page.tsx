import { useQuery } from '@tanstack/react-query';
import { exportUnits, listUnits } from '@xuanpai/contracts/units';
import { useBatch } from '../../lib/batch.ts';
import { Can } from '../../lib/can.tsx';
import { useListState, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { unitListQuery } from './queries.ts';
import { unitColumns } from './unit-columns.tsx';
import { UnitFilters } from './unit-filters.tsx';
import { NewUnitPanel } from './unit-form-panel.tsx';
import { UnitPanel } from './unit-panel.tsx';

/** The register of sending units. */
export function UnitListPage() {
  const text = useText().units;
  const { batch, isPending } = useBatch();
  const inBatch = batch ? { batchId: batch.id } : {};
  const list = useListState(listUnits);
  const units = useQuery({
    ...unitListQuery({ ...list.query, ...inBatch }),
    enabled: !isPending,
  });
  const missing = useQuery(unitListQuery({ contacts: 'missing', pageSize: 1 }));
  const [row, setRow] = useUrlValue('row');
  const [panel, setPanel] = useUrlValue('panel');
  return (
    <Page
      title={titleOf()}
      tone="amber"
      documentTitle={text.register}
      note={batch && text.note(batch.name)}
      layout="fill"
      filters={<UnitFilters list={list} />}
      secondary={
        <ExportButton
          endpoint={exportUnits}
          parts={{ query: { ...list.exportQuery, ...inBatch } }}
        />
      }
      primary={
        <Can permission="units.write">
          <ActButton kind="primary" icon="plus" onClick={() => setPanel('new')}>
            {text.add}
          </ActButton>
        </Can>
      }
    >
      <DataTable
        id="units"
        label={text.register}
        columns={unitColumns(text)}
        rowKey={(unit) => unit.id}
        rowLabel={(unit) => unit.name}
        query={units}
        list={list}
        empty={{
          title: text.empty,
          note: text.emptyNote,
          act: (
            <Can permission="imports.write">
              <Link to={linkTo.imports({ kind: 'units' })}>{text.import}</Link>
            </Can>
          ),
        }}
        selected={row}
        onOpen={(unit) => setRow(unit.id)}
      />
      {panel === 'new' ? (
        <NewUnitPanel onClose={() => setPanel(null)} />
      ) : (
        row && <UnitPanel id={row} onClose={() => setRow(null)} />
      )}
    </Page>
  );

  function titleOf() {
    const total = units.data?.total ?? 0;
    if (list.active > 0) return text.titleFiltered(total);
    const without = missing.data?.total ?? 0;
    return without > 0 ? text.titleMissing(total, without) : text.title(total);
  }
}
