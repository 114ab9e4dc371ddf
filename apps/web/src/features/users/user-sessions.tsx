import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SignIn } from '@xuanpai/contracts/auth';
import { endUserSessions } from '@xuanpai/contracts/user-sessions';
import type { User } from '@xuanpai/contracts/users';
import { deviceName } from '@xuanpai/domain/device-name';
import { call } from '../../lib/api.ts';
import { problemOf } from '../../lib/api-problem.ts';
import { formatClock } from '../../lib/format.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { PanelPart } from '../../ui/side-panel.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { userSessionsQuery, usersKey } from './queries.ts';

/** Where somebody is signed in now, and the way to end it. */
export function UserSessions({ user: { id, name } }: { user: User }) {
  const text = useText().users;
  const client = useQueryClient();
  const sessions = useQuery(userSessionsQuery(id));
  const end = useMutation({
    mutationFn: () => call(endUserSessions, { params: { id } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: usersKey });
      showDone(text.sessionsEnded(name));
    },
    onError: (error) => showDone(problemOf(error).title),
  });
  const items = sessions.data?.items;
  if (!items) return null;
  const columns: Column<SignIn>[] = [
    {
      key: 'device',
      title: text.device,
      cell: (one) => deviceName(one.userAgent) ?? text.unknownDevice,
      phone: 'title',
    },
    {
      key: 'address',
      title: text.address,
      cell: (one) => (
        <>
          {one.address} {one.newAddress && <StateBadge state="hint" word={text.newAddress} />}
        </>
      ),
      phone: 'note',
    },
    {
      key: 'lastUsed',
      title: text.lastUsed,
      cell: (one) => formatClock(one.lastUsedAt),
      phone: 'note',
    },
  ];
  return (
    <PanelPart title={text.sessions}>
      {items.length === 0 ? (
        text.noSessions
      ) : (
        <>
          <PlainTable
            label={text.sessions}
            columns={columns}
            rows={items}
            rowKey={(one) => one.id}
          />
          <TextButton disabled={end.isPending} onClick={() => end.mutate()}>
            {text.endSessions}
          </TextButton>
        </>
      )}
    </PanelPart>
  );
}
