import type { User } from '@xuanpai/contracts/users';
import { formatClock } from '../../lib/format.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { HeldRoles } from './held-roles.tsx';

export function userColumns(text: Dictionary['users']): Column<User>[] {
  return [
    {
      key: 'username',
      title: text.username,
      width: 150,
      sortable: true,
      fixed: true,
      cell: (user) => user.username,
      phone: 'note',
    },
    {
      key: 'name',
      title: text.name,
      width: 130,
      sortable: true,
      cell: (user) => user.name,
      phone: 'title',
    },
    {
      key: 'roles',
      title: text.roles,
      cell: ({ roles }) => <HeldRoles roles={roles} />,
      phone: 'note',
    },
    {
      key: 'state',
      title: text.state,
      width: 90,
      cell: (user) => <UserState user={user} />,
      phone: 'side',
    },
    {
      key: 'password',
      title: text.password,
      width: 180,
      cell: (user) =>
        user.mustChangePassword ? (
          <StateBadge state="hint" word={text.firstPassword} />
        ) : (
          text.ownPassword
        ),
    },
    {
      key: 'lastSeenAt',
      title: text.lastSeen,
      width: 150,
      sortable: true,
      cell: (user) => (user.lastSeenAt ? formatClock(user.lastSeenAt) : text.never),
    },
  ];
}

export function UserState({ user }: { user: User }) {
  return <StateBadge state={user.disabled ? 'disabled' : 'enabled'} quiet />;
}
