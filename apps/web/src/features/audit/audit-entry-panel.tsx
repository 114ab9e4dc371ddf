import { useQuery } from '@tanstack/react-query';
import type { getAuditEntry } from '@xuanpai/contracts/audit';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { useState } from 'react';
import { formatClock, formatNumber } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Pager } from '../../ui/pager.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './audit.module.css';
import { nameOf, objectName } from './audit-columns.tsx';
import { actionName, fieldName, valueText } from './audit-words.ts';
import { ChangeTable } from './change-table.tsx';
import { auditEntryQuery } from './queries.ts';

interface AuditEntryPanelProps {
  seq: number;
  onRowLog: (entityId: string) => void;
  onClose: () => void;
}

/** Changed rows that are shown at a time, unless more are asked for. */
const fewest = 20;

/** One act beside the list: its facts, what it changed, and its place in the chain. */
export function AuditEntryPanel({ seq, onRowLog, onClose }: AuditEntryPanelProps) {
  const text = useText().audit;
  const [paging, setPaging] = useState({ page: 1, pageSize: fewest });
  const query = useQuery(auditEntryQuery(seq, paging));
  const found = query.data;
  return (
    <SidePanel
      title={found ? actionName(found.entry.action) : text.entryTitle(String(seq))}
      note={found && objectName(found.entry)}
      extra={text.entryTitle(String(seq))}
      width={520}
      onClose={onClose}
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!found && !query.error && <Skeleton />}
      {found && (
        <>
          <EntryFacts {...found} onRowLog={onRowLog} />
          <PanelPart title={found.total > 0 ? text.changes(formatNumber(found.total)) : text.rows}>
            {found.total === 0 && <p className={styles.none}>{text.noChanges}</p>}
            {found.changes.map((change) => (
              <ChangeTable
                key={change.entity + change.entityId}
                change={change}
                known={change.entityId === found.entry.entityId ? nameOf(found.entry) : undefined}
              />
            ))}
            {found.total > fewest && (
              <Pager
                list={{
                  ...paging,
                  sort: undefined,
                  setSort: () => {},
                  setPage: (page) => setPaging({ ...paging, page }),
                  setPageSize: (pageSize) => setPaging({ page: 1, pageSize }),
                }}
                total={found.total}
              />
            )}
          </PanelPart>
          <PanelPart title={text.chain}>
            <DescriptionList
              items={[
                { term: text.previousHash, value: <Hash hash={found.previousHash} /> },
                { term: text.hash, value: <Hash hash={found.entry.hash} /> },
              ]}
            />
          </PanelPart>
        </>
      )}
    </SidePanel>
  );
}

function Hash({ hash }: { hash: string }) {
  return <code className={styles.hash}>{hash || '–'}</code>;
}

type Found = ReplyOf<typeof getAuditEntry>;

function EntryFacts({ entry, onRowLog }: Found & Pick<AuditEntryPanelProps, 'onRowLog'>) {
  const text = useText().audit;
  const { entityId } = entry;
  const facts = Object.entries(entry.params).filter(([, value]) => value !== null);
  return (
    <PanelPart>
      <DescriptionList
        termWidth={96}
        items={[
          { term: text.at, value: formatClock(entry.at) },
          { term: text.who, value: entry.userName },
          ...facts.map(([field, value]) => ({
            term: fieldName(field, text),
            value: valueText(field, value, text),
          })),
          { term: text.requestId, value: entry.requestId },
          {
            term: text.entityId,
            value: entityId && (
              <>
                {entityId} <TextButton onClick={() => onRowLog(entityId)}>{text.rowLog}</TextButton>
              </>
            ),
          },
        ]}
      />
    </PanelPart>
  );
}
