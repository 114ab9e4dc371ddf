import type { UseQueryResult } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { revokeSession } from '@xuanpai/contracts/auth';
import { deviceName } from '@xuanpai/domain/device-name';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { formatClock } from '../../lib/format.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { sessionsQuery } from './queries.ts';

type Sessions = Awaited<ReturnType<NonNullable<typeof sessionsQuery.queryFn>>>;
type OwnSession = Sessions['items'][number];

interface SessionTableProps {
  query: UseQueryResult<Sessions>;
}

export function SessionTable({ query }: SessionTableProps) {
  const text = useText();
  const words = text.account;
  const client = useQueryClient();
  const [leaving, setLeaving] = useState<OwnSession | null>(null);
  async function revoke(session: OwnSession, password: string) {
    await call(revokeSession, { params: { id: session.id }, body: { password } });
    await client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    showDone(words.revoked(nameOf(session)));
  }
  const nameOf = (session: OwnSession) => deviceName(session.userAgent) ?? words.unknownDevice;
  const columns: Column<OwnSession>[] = [
    {
      key: 'device',
      title: words.device,
      cell: (one) => (
        <>
          {nameOf(one)} {one.newDevice && <StateBadge state="hint" word={words.newDevice} />}
        </>
      ),
      phone: 'title',
    },
    {
      key: 'address',
      title: words.address,
      width: 190,
      cell: (one) => (
        <>
          {one.address} {one.newAddress && <StateBadge state="hint" word={words.newAddress} />}
        </>
      ),
      phone: 'note',
    },
    {
      key: 'since',
      title: words.since,
      width: 140,
      cell: (one) => formatClock(one.createdAt),
    },
    {
      key: 'lastUsed',
      title: words.lastUsed,
      width: 140,
      cell: (one) => formatClock(one.lastUsedAt),
      phone: 'note',
    },
    {
      key: 'act',
      title: words.revoke,
      untitled: true,
      width: 80,
      align: 'end',
      phone: 'side',
      cell: (one) =>
        one.current ? (
          <StateBadge state="enabled" word={words.thisOne} />
        ) : (
          <TextButton aria-label={words.revokeLabel(nameOf(one))} onClick={() => setLeaving(one)}>
            {words.revoke}
          </TextButton>
        ),
    },
  ];
  return (
    <>
      <DataTable
        id="sessions"
        label={words.sessions}
        columns={columns}
        rowKey={(one) => one.id}
        query={query}
        empty={{ title: text.ui.empty }}
        fill={false}
      />
      {leaving && (
        <LeaveDialog
          title={words.revokeLabel(nameOf(leaving))}
          body={words.revokeBody(leaving.address)}
          act={words.revoke}
          run={(password) => revoke(leaving, password)}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}
