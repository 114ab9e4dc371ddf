import { z } from 'zod';
import { roleGrantSchema } from './auth.ts';
import { endpoint } from './endpoint.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import { idSchema, plainDateSchema, roleSchema, versionSchema, writtenText } from './values.ts';

/** A role from its first to its last day, both included; null is open. */
const heldRoleSchema = roleGrantSchema.extend({
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
});

export const userSchema = z.object({
  id: idSchema,
  username: z.string(),
  name: z.string(),
  roles: z.array(heldRoleSchema),
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  /** In force beside the password. */
  secondFactor: z.boolean(),
  lastSeenAt: z.string().nullable(),
  version: versionSchema,
});
export type User = z.infer<typeof userSchema>;

/**
 * officer and head need a township, liaison a unit, the others neither; admin and auditor stand alone.
 * The last day ends with the day, as the system counts days.
 */
export const grantInput = z.object({
  role: roleSchema,
  townshipId: idSchema.nullable().exactOptional(),
  unitId: idSchema.nullable().exactOptional(),
  startsOn: plainDateSchema.nullable().exactOptional(),
  endsOn: plainDateSchema.nullable().exactOptional(),
});

/** A letter, then letters, digits, dot, dash or underscore; in small letters. */
const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{1,31}$/);
const params = z.object({ id: idSchema });
const shared = { access: 'users.manage', tag: 'users' } as const;

export const listUsers = endpoint({
  ...shared,
  id: 'listUsers',
  method: 'GET',
  path: '/api/users',
  summary: '用户列表',
  query: pagingQuery.extend({
    sort: sortOf(['username', 'name', 'lastSeenAt']).default('username'),
    roles: manyOf(roleSchema).exactOptional(),
    state: z.enum(['active', 'disabled']).exactOptional(),
  }),
  reply: pageOf(userSchema),
});

export const getUser = endpoint({
  ...shared,
  id: 'getUser',
  method: 'GET',
  path: '/api/users/:id',
  summary: '一个用户',
  params,
  reply: userSchema,
});

export const createUser = endpoint({
  ...shared,
  id: 'createUser',
  method: 'POST',
  path: '/api/users',
  summary: '新建用户',
  status: 201,
  body: z.object({
    username,
    name: writtenText(1, 40),
    password: z.string().min(1).max(200),
    roles: z.array(grantInput).min(1).max(20),
  }),
  reply: userSchema,
});

export const updateUser = endpoint({
  ...shared,
  id: 'updateUser',
  method: 'PATCH',
  path: '/api/users/:id',
  summary: '修改用户的姓名、角色、停用',
  params,
  body: z.object({
    name: writtenText(1, 40).exactOptional(),
    roles: z.array(grantInput).min(1).max(20).exactOptional(),
    disabled: z.boolean().exactOptional(),
    version: versionSchema,
  }),
  reply: userSchema,
});

/** Sets a first password: the person must change it at the next sign-in; all sessions end. */
export const resetPassword = endpoint({
  ...shared,
  id: 'resetPassword',
  method: 'POST',
  path: '/api/users/:id/reset-password',
  summary: '重设口令',
  params,
  body: z.object({ password: z.string().min(1).max(200), version: versionSchema }),
  reply: userSchema,
});

/** Townships and units to choose a scope from: names only. */
export const listScopes = endpoint({
  ...shared,
  id: 'listScopes',
  method: 'GET',
  path: '/api/users/scopes',
  summary: '可授权的镇街和单位',
  reply: z.object({
    townships: z.array(z.object({ id: idSchema, name: z.string() })),
    units: z.array(z.object({ id: idSchema, name: z.string() })),
  }),
});
