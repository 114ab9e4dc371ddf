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
    userName: z.string().max(40).exactOptional(),
    entityId: z.string().max(60).exactOptional(),
    from: plainDateSchema.exactOptional(),
    to: plainDateSchema.exactOptional(),
  }),
  reply: pageOf(auditEntrySchema).extend({ actions: z.array(z.string()) }),
});

export const getAuditEntry = endpoint({
  id: 'getAuditEntry',
  method: 'GET',
  path: '/api/audit/:seq',
  access: 'audit.read',
  summary: '一条审计记录及其变更',
  tag: 'audit',
  params: z.object({ seq: z.coerce.number().int().positive() }),
  query: z.object({ page: z.coerce.number().int().min(1).default(1) }),
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
  reply: z.object({ entries: z.int(), firstBroken: z.int().nullable() }),
});

export const exportAudit = endpoint({
  id: 'exportAudit',
  method: 'GET',
  path: '/api/audit.xlsx',
  access: 'audit.read',
  summary: '导出审计日志',
  tag: 'audit',
  kind: 'file',
  query: listAudit.query,
});
