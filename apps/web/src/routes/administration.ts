import type { RouteObject } from 'react-router';
import { page } from '../lib/lazy-page.ts';
import { paths } from '../paths.ts';

/** Accounts, and what was done by whom. */
export const administrationRoutes: RouteObject[] = [
  {
    path: paths.account,
    lazy: page(() => import('../features/account/account-page.tsx'), 'AccountPage'),
  },
  {
    path: paths.users,
    lazy: page(() => import('../features/users/user-list-page.tsx'), 'UserListPage'),
  },
  { path: paths.audit, lazy: page(() => import('../features/audit/audit-page.tsx'), 'AuditPage') },
];
