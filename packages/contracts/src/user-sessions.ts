import { z } from 'zod';
import { signInSchema } from './auth.ts';
import { endpoint } from './endpoint.ts';
import { idSchema } from './values.ts';

const params = z.object({ id: idSchema });
const shared = { access: 'users.manage', tag: 'users', params } as const;

/** Where a user is signed in, the latest first. */
export const listUserSessions = endpoint({
  ...shared,
  id: 'listUserSessions',
  method: 'GET',
  path: '/api/users/:id/sessions',
  summary: '用户的登录',
  reply: z.object({ items: z.array(signInSchema) }),
});

/** Ends all of a user's sign-ins: a telephone was lost, a stranger is seen in the list. */
export const endUserSessions = endpoint({
  ...shared,
  id: 'endUserSessions',
  method: 'POST',
  path: '/api/users/:id/end-sessions',
  summary: '退出用户的所有登录',
  kind: 'empty',
});
