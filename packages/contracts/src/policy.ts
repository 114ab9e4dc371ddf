import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { basisSchema } from './problems.ts';
import { idSchema, jsonSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';

const params = z.object({ id: idSchema });

/** One number, switch, choice, date or table of the policy on a day, with its basis and history. */
export const policyParameterSchema = z.object({
  key: z.string(),
  group: z.string(),
  label: z.string(),
  /** 元, 天, % …, in the language of the request; "" where none. */
  unit: z.string(),
  /** A `rule` has no number and always holds: only its basis can be changed. */
  kind: z.enum(['number', 'switch', 'choice', 'table', 'rule']),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
  /** For numbers: what can be entered, and with how many decimals. */
  range: z.object({ least: z.number(), most: z.number(), decimals: z.int() }).nullable(),
  value: jsonSchema,
  /** For bounds: whether the number itself belongs to it. */
  inclusive: z.boolean().nullable(),
  basis: basisSchema,
  effectiveFrom: z.string(),
  setBy: z.string(),
  setAt: z.string(),
});
export type PolicyParameter = z.infer<typeof policyParameterSchema>;

export const getPolicy = endpoint({
  id: 'getPolicy',
  method: 'GET',
  path: '/api/batches/:id/policy',
  access: 'policy.read',
  summary: '批次的政策参数（某日）',
  tag: 'batches',
  params,
  query: z.object({ on: plainDateSchema.exactOptional() }),
  reply: z.object({
    on: z.string(),
    items: z.array(policyParameterSchema),
    version: versionSchema,
  }),
});

export const policyHistory = endpoint({
  id: 'policyHistory',
  method: 'GET',
  path: '/api/batches/:id/policy/history',
  access: 'policy.read',
  summary: '政策参数的历次变更',
  tag: 'batches',
  params,
  query: z.object({ key: z.string().max(80).exactOptional() }),
  reply: z.object({
    items: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        value: jsonSchema,
        inclusive: z.boolean().nullable(),
        basis: basisSchema,
        effectiveFrom: z.string(),
        reason: z.string().nullable(),
        setBy: z.string(),
        setAt: z.string(),
      }),
    ),
  }),
});

/** All changes of one form together: each value checked, all problems at once. */
export const changePolicy = endpoint({
  id: 'changePolicy',
  method: 'POST',
  path: '/api/batches/:id/policy',
  access: 'policy.write',
  summary: '修改政策参数，自某日起',
  tag: 'batches',
  params,
  body: z.object({
    effectiveFrom: plainDateSchema,
    reason: writtenText(2, 200),
    changes: z
      .array(
        z.object({
          key: z.string().max(80),
          value: jsonSchema,
          inclusive: z.boolean().exactOptional(),
          basis: basisSchema.exactOptional(),
        }),
      )
      .min(1)
      .max(100),
    version: versionSchema,
  }),
  reply: getPolicy.reply,
});
