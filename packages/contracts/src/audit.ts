import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { pageOf, pagingQuery, sortOf } from './paging.ts';
import { idSchema, jsonSchema, plainDateSchema } from './values.ts';

const jsonObject = z.record(z.string(), jsonSchema);

export const auditEntrySchema = z.object({
  seq: z.int(),
  at: z.string(),
  userId: idSchema.nullable(),
  userName: z.string(),
  requestId: z.string().nullable(),
  action: z.string(),
  entity: z.string(),
  entityId: z.string().nullable(),
  params: jsonObject,
  changes: z.int(),
  hash: z.string(),
});

export const listAudit = endpoint({
  id: 'listAudit',
  method: 'GET',
  path: '/api/audit',
  access: 'audit.read',
  summary: '审计日志',
  tag: 'audit',
  query: pagingQuery.extend({
    sort: sortOf(['seq']).default('-seq'),
    action: z.string().max(60).exactOptional(),
    userName: z.string().trim().max(40).exactOptional(),
    entityId: z.string().max(60).exactOptional(),
    /** First and last day, by the server's calendar. */
    from: plainDateSchema.exactOptional(),
    to: plainDateSchema.exactOptional(),
  }),
  /** `actions`: every action that the log holds, for the filter. */
  reply: pageOf(auditEntrySchema).extend({ actions: z.array(z.string()) }),
});

export const getAuditEntry = endpoint({
  id: 'getAuditEntry',
  method: 'GET',
  path: '/api/audit/:seq',
  access: 'audit.read',
  summary: '一条审计记录及其变更',
  tag: 'audit',
  params: z.object({ seq: z.coerce.number().int().positive().max(2_147_483_647) }),
  query: pagingQuery.pick({ page: true }).extend({
    pageSize: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    entry: auditEntrySchema,
    previousHash: z.string(),
    changes: z.array(
      z.object({
        entity: z.string(),
        entityId: z.string(),
        before: jsonObject.nullable(),
        after: jsonObject.nullable(),
      }),
    ),
    total: z.int(),
  }),
});

/** Reckons the chain again from the first entry. */
export const verifyAudit = endpoint({
  id: 'verifyAudit',
  method: 'POST',
  path: '/api/audit/verify',
  access: 'audit.read',
  summary: '核验日志链',
  tag: 'audit',
  reply: z.object({
    /** How many entries from the first are as they were written. */
    entries: z.int(),
    /** The first number that is changed or missing; null when none is. */
    firstBroken: z.int().nullable(),
    /** The last sound entry's hash: noted elsewhere, it shows later that none was taken off the end. */
    lastHash: z.string(),
    verifiedAt: z.string(),
  }),
});

export const exportAudit = endpoint({
  id: 'exportAudit',
  method: 'GET',
  path: '/api/audit.xlsx',
  access: 'audit.read',
  summary: '导出审计日志',
  tag: 'audit',
  kind: 'file',
  query: listAudit.query.omit({ page: true, pageSize: true }),
});
