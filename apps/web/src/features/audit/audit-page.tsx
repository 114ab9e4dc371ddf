import { useQuery } from '@tanstack/react-query';
import { exportAudit, listAudit } from '@xuanpai/contracts/audit';
import { formatNumber } from '../../lib/format.ts';
import { useListState, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Page } from '../../ui/page.tsx';
import { auditColumns } from './audit-columns.tsx';
import { AuditEntryPanel } from './audit-entry-panel.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { ChainResult } from './chain-result.tsx';
import { auditListQuery } from './queries.ts';
import { useVerifyChain } from './use-verify-chain.ts';

/** Who did what, when, on which row; and whether anybody changed the log. */
export function AuditPage() {
  const text = useText().audit;
  const list = useListState(listAudit);
  const log = useQuery(auditListQuery(list.query));
  const chain = useVerifyChain();
  const [row, setRow] = useUrlValue('row');
  const total = formatNumber(log.data?.total ?? 0);
  const seq = Number(row);
  return (
    <Page
      title={list.active > 0 ? text.titleFiltered(total) : text.title(total)}
      documentTitle={text.log}
      note={text.note}
      small={<ChainResult state={chain.state} error={chain.error} />}
      layout="fill"
      filters={<AuditFilters list={list} actions={log.data?.actions ?? []} />}
      secondary={<ExportButton endpoint={exportAudit} parts={{ query: list.exportQuery }} />}
      primary={
        <ActButton kind="primary" reads busy={chain.busy} onClick={chain.verify}>
          {chain.busy ? text.verifying : text.verify}
        </ActButton>
      }
    >
      <DataTable
        id="audit"
        label={text.log}
        columns={auditColumns(text)}
        rowKey={(entry) => String(entry.seq)}
        rowLabel={(entry) => text.entryTitle(String(entry.seq))}
        query={log}
        list={list}
        empty={{ title: text.none }}
        selected={row}
        onOpen={(entry) => setRow(String(entry.seq))}
      />
      {Number.isInteger(seq) && seq > 0 && (
        <AuditEntryPanel
          key={seq}
          seq={seq}
          onRowLog={(entityId) => list.setFilter('entityId', entityId)}
          onClose={() => setRow(null)}
        />
      )}
    </Page>
  );
}
