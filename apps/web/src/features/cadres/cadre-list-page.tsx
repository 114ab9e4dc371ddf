import { useQuery } from '@tanstack/react-query';
import { exportCadres, listCadres } from '@xuanpai/contracts/cadres';
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
import { cadreColumns } from './cadre-columns.tsx';
import { CadreFilters } from './cadre-filters.tsx';
import { CadrePanel } from './cadre-panel.tsx';
import { NewCadrePanel } from './new-cadre-panel.tsx';
import { cadreListQuery } from './queries.ts';

/** The register of cadres: nominees and those who are or were in post. */
export function CadreListPage() {
  const text = useText().cadres;
  const { batch, isPending } = useBatch();
  const inBatch = batch ? { batchId: batch.id } : {};
  const list = useListState(listCadres);
  const cadres = useQuery({
    ...cadreListQuery({ ...list.query, ...inBatch }),
    enabled: !isPending,
  });
  const [row, setRow] = useUrlValue('row');
  const [panel, setPanel] = useUrlValue('panel');
  const total = cadres.data?.total ?? 0;
  return (
    <Page
      title={list.active > 0 ? text.titleFiltered(total) : text.title(total)}
      documentTitle={text.register}
      note={batch ? text.note(batch.name) : text.noteWithoutBatch}
      layout="fill"
      filters={<CadreFilters list={list} hasBatch={batch !== null} />}
      secondary={
        <ExportButton
          endpoint={exportCadres}
          parts={{ query: { ...list.exportQuery, ...inBatch } }}
        />
      }
      primary={
        <Can permission="cadres.write">
          <ActButton kind="primary" icon="plus" onClick={() => setPanel('new')}>
            {text.add}
          </ActButton>
        </Can>
      }
    >
      <DataTable
        id="cadres"
        label={text.register}
        columns={cadreColumns(text, batch !== null)}
        rowKey={(cadre) => cadre.id}
        rowLabel={(cadre) => cadre.name}
        query={cadres}
        list={list}
        empty={useEmptyWords()}
        selected={row}
        onOpen={(cadre) => setRow(cadre.id)}
      />
      {panel === 'new' ? (
        <NewCadrePanel onClose={() => setPanel(null)} />
      ) : (
        row && <CadrePanel id={row} onClose={() => setRow(null)} />
      )}
    </Page>
  );
}

/** Nobody has imported any yet; or nothing is within the person's reach. */
function useEmptyWords(): EmptyWords {
  const text = useText().cadres;
  if (useReach('cadres.read', 'cadres') === 'none') return { title: text.noneYours };
  return {
    title: text.empty,
    note: text.emptyNote,
    act: (
      <Can permission="imports.write">
        <Link to={linkTo.imports({ kind: 'cadres' })}>{text.import}</Link>
      </Can>
    ),
  };
}
