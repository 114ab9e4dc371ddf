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

export const ready = endpoint({
  id: 'ready',
  method: 'GET',
  path: '/api/health/ready',
  access: 'public',
  summary: '可以服务：数据库与迁移',
  tag: 'health',
  reply: z.object({
    status: z.enum(['ok', 'unavailable']),
    database: z.boolean(),
    migrations: z.int(),
  }),
});
