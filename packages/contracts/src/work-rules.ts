import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idSchema, plainDateSchema, writtenText } from './values.ts';

/** 日常工作考核制度, issued by the district (M2). Versions are kept; none is ever changed. */

const tag = 'targets';

const facts = {
  id: idSchema,
  /** Counts from 1, in the order of issue. */
  edition: z.int().positive(),
  title: z.string(),
  documentNumber: z.string(),
  effectiveFrom: z.string(),
  issuedByName: z.string(),
  issuedAt: z.string(),
};

export const workRuleSchema = z.object({ ...facts, body: z.string() });
export type WorkRule = z.infer<typeof workRuleSchema>;

export const workRuleSummarySchema = z.object(facts);
export type WorkRuleSummary = z.infer<typeof workRuleSummarySchema>;

export const listWorkRules = endpoint({
  id: 'listWorkRules',
  method: 'GET',
  path: '/api/work-rules',
  access: 'workRules.read',
  summary: '日常工作考核制度的各个版本',
  tag,
  /** Which version is in force is asked of a day: today unless given. */
  query: z.object({ on: plainDateSchema.exactOptional() }),
  reply: z.object({
    /** The newest version that has taken effect; null where there is none. */
    inForce: workRuleSchema.nullable(),
    /** The newest first. */
    items: z.array(workRuleSummarySchema),
  }),
});

const params = z.object({ id: idSchema });

export const getWorkRule = endpoint({
  id: 'getWorkRule',
  method: 'GET',
  path: '/api/work-rules/:id',
  access: 'workRules.read',
  summary: '日常工作考核制度的一个版本',
  tag,
  params,
  reply: workRuleSchema,
});

export const exportWorkRule = endpoint({
  id: 'exportWorkRule',
  method: 'GET',
  path: '/api/work-rules/:id/document.docx',
  access: 'workRules.read',
  summary: '日常工作考核制度（文档）',
  tag,
  kind: 'file',
  params,
});

export const issueWorkRule = endpoint({
  id: 'issueWorkRule',
  method: 'POST',
  path: '/api/work-rules',
  access: 'workRules.write',
  summary: '发布日常工作考核制度的新版本',
  tag,
  status: 201,
  body: z.object({
    title: writtenText(2, 100),
    documentNumber: writtenText(2, 60),
    effectiveFrom: plainDateSchema,
    body: writtenText(10, 30_000),
    /** The newest edition that was seen, 0 where there was none: nobody issues over another unseen. */
    after: z.int().nonnegative(),
  }),
  reply: workRuleSchema,
});
