import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const live = endpoint({
  id: 'live',
  method: 'GET',
  path: '/api/health/live',
  access: 'public',
  summary: '进程在运行',
  tag: 'health',
  reply: z.object({ status: z.literal('ok') }),
});

/** For this machine and for holders of the metrics token only. */
const details = z.object({
  version: z.string(),
  /** How many the database has. */
  migrations: z.int(),
  /** Where the database writes; `unknown` where it stands on another machine. Bytes. */
  disk: z.object({
    state: z.enum(['ok', 'low', 'unknown']),
    free: z.int().nullable(),
    total: z.int().nullable(),
  }),
  /** Of this process to the database. */
  connections: z.object({ total: z.int(), idle: z.int(), waiting: z.int() }),
});

export const ready = endpoint({
  id: 'ready',
  method: 'GET',
  path: '/api/health/ready',
  access: 'public',
  summary: '可以服务：数据库与迁移；否则为503，附 Retry-After',
  tag: 'health',
  reply: z.object({
    status: z.literal('ok'),
    database: z.boolean(),
    details: details.exactOptional(),
  }),
});
