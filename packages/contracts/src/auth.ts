import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idSchema, roleSchema } from './values.ts';

export const roleGrantSchema = z.object({
  role: roleSchema,
  townshipId: idSchema.nullable(),
  townshipName: z.string().nullable(),
  unitId: idSchema.nullable(),
  unitName: z.string().nullable(),
});

export const signInSchema = z.object({
  id: idSchema,
  createdAt: z.string(),
  lastUsedAt: z.string(),
  address: z.string(),
  userAgent: z.string(),
  /** From an address, by a kind of device, that the person had not used before. */
  newAddress: z.boolean(),
  newDevice: z.boolean(),
});
export type SignIn = z.infer<typeof signInSchema>;

export const meSchema = z.object({
  id: idSchema,
  username: z.string(),
  name: z.string(),
  /** Those held today. */
  roles: z.array(roleGrantSchema),
  mustChangePassword: z.boolean(),
  /** A role needs a second factor, and there is none yet. */
  mustSetSecondFactor: z.boolean(),
  /** The day that the system takes as today. */
  today: z.string(),
  demo: z.boolean(),
  signIn: z.object({ current: signInSchema, previous: signInSchema.nullable() }),
});
export type Me = z.infer<typeof meSchema>;

const tokenReply = z.object({ accessToken: z.string(), expiresIn: z.int(), user: meSchema });

export const login = endpoint({
  id: 'login',
  method: 'POST',
  path: '/api/auth/login',
  access: 'public',
  summary: '用户名和口令登录；设了动态码的还要动态码',
  tag: 'auth',
  body: z.object({
    username: z.string().trim().min(1).max(64),
    password: z.string().min(1).max(200),
    /** Where a second factor is on: from the telephone, or a recovery code. */
    code: z.string().trim().min(1).max(40).exactOptional(),
  }),
  reply: tokenReply,
});

export const refresh = endpoint({
  id: 'refresh',
  method: 'POST',
  path: '/api/auth/refresh',
  access: 'public',
  summary: '用登录凭证换取新的访问令牌',
  tag: 'auth',
  reply: tokenReply,
});

export const logout = endpoint({
  id: 'logout',
  method: 'POST',
  path: '/api/auth/logout',
  access: 'public',
  summary: '退出登录',
  tag: 'auth',
  kind: 'empty',
});

/** Who found a computer unlocked doesn't end other sign-ins: the password is asked for once more. */
const again = z.object({ password: z.string().min(1).max(200) });

export const logoutEverywhere = endpoint({
  id: 'logoutEverywhere',
  method: 'POST',
  path: '/api/auth/logout-everywhere',
  access: 'signedIn',
  summary: '退出所有设备（须再输一次口令）',
  tag: 'auth',
  kind: 'empty',
  body: again,
});

export const me = endpoint({
  id: 'me',
  method: 'GET',
  path: '/api/auth/me',
  access: 'signedIn',
  summary: '当前用户',
  tag: 'auth',
  reply: meSchema,
});

export const changePassword = endpoint({
  id: 'changePassword',
  method: 'POST',
  path: '/api/auth/password',
  access: 'signedIn',
  summary: '修改自己的口令',
  tag: 'auth',
  body: z.object({ current: z.string().min(1).max(200), next: z.string().min(1).max(200) }),
  reply: tokenReply,
});

/** What the sign-in page shows before anybody has signed in. */
export const about = endpoint({
  id: 'about',
  method: 'GET',
  path: '/api/about',
  access: 'public',
  summary: '系统信息',
  tag: 'auth',
  reply: z.object({
    version: z.string(),
    today: z.string(),
    demo: z.boolean(),
    /** Set where the connection is plain http: the host that it is served on. */
    plainHttpHost: z.string().nullable(),
    demoAccounts: z.array(
      z.object({
        username: z.string(),
        name: z.string(),
        role: roleSchema,
        scope: z.string(),
      }),
    ),
  }),
});

const sessionSchema = signInSchema.extend({ current: z.boolean() });

export const listSessions = endpoint({
  id: 'listSessions',
  method: 'GET',
  path: '/api/auth/sessions',
  access: 'signedIn',
  summary: '自己的登录',
  tag: 'auth',
  reply: z.object({ items: z.array(sessionSchema) }),
});

export const revokeSession = endpoint({
  id: 'revokeSession',
  method: 'POST',
  path: '/api/auth/sessions/:id/end',
  access: 'signedIn',
  summary: '退出自己的一个登录（须再输一次口令）',
  tag: 'auth',
  kind: 'empty',
  params: z.object({ id: idSchema }),
  body: again,
});

/** A link for a download: a browser's link can't carry the access token. */
export const createTicket = endpoint({
  id: 'createTicket',
  method: 'POST',
  path: '/api/tickets',
  access: 'signedIn',
  summary: '取得一次下载的链接（60秒内有效）',
  tag: 'auth',
  status: 201,
  body: z.object({ path: z.string().startsWith('/api/').max(4000) }),
  reply: z.object({ url: z.string(), expiresIn: z.int() }),
});
