import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { userSchema } from './users.ts';
import { idSchema, versionSchema } from './values.ts';

/** 动态码: a code that the telephone reckons, beside the password (RFC 6238); whoever wants one, or must. */

const shared = { access: 'signedIn', tag: 'auth' } as const;
const password = z.string().min(1).max(200);

/** Six digits from the telephone, or one of the recovery codes. */
export const secondFactorCode = z.string().trim().min(1).max(40);

export const secondFactorSchema = z.object({
  on: z.boolean(),
  /** A role that the person holds needs one. */
  wanted: z.boolean(),
  recoveryLeft: z.int(),
});
export type SecondFactor = z.infer<typeof secondFactorSchema>;

export const getSecondFactor = endpoint({
  ...shared,
  id: 'getSecondFactor',
  method: 'GET',
  path: '/api/auth/second-factor',
  summary: '自己的动态码',
  reply: secondFactorSchema,
});

/** Makes a new secret, which counts once a code of it was typed. */
export const beginSecondFactor = endpoint({
  ...shared,
  id: 'beginSecondFactor',
  method: 'POST',
  path: '/api/auth/second-factor/begin',
  summary: '开始设置动态码',
  body: z.object({ password }),
  /** The secret to type, and the address to draw. */
  reply: z.object({ secret: z.string(), address: z.string() }),
});

/** Shows the recovery codes, once. */
export const confirmSecondFactor = endpoint({
  ...shared,
  id: 'confirmSecondFactor',
  method: 'POST',
  path: '/api/auth/second-factor/confirm',
  summary: '启用动态码',
  body: z.object({ code: secondFactorCode }),
  reply: z.object({ recoveryCodes: z.array(z.string()) }),
});

export const endSecondFactor = endpoint({
  ...shared,
  id: 'endSecondFactor',
  method: 'POST',
  path: '/api/auth/second-factor/end',
  summary: '停用动态码',
  kind: 'empty',
  body: z.object({ password, code: secondFactorCode }),
});

/** The telephone and the codes are lost: the person signs in by password, and all sessions end. */
export const resetSecondFactor = endpoint({
  id: 'resetSecondFactor',
  method: 'POST',
  path: '/api/users/:id/reset-second-factor',
  access: 'users.manage',
  tag: 'users',
  summary: '取消用户的动态码',
  params: z.object({ id: idSchema }),
  body: z.object({ version: versionSchema }),
  reply: userSchema,
});
