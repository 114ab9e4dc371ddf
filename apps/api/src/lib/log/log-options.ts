import type { FastifyRequest } from 'fastify';
import { errorFacts } from './error-facts.ts';

export interface LogChoice {
  level: string;
  /** Where the lines go; standard output unless said. */
  stream?: { write(line: string): void };
}

/**
 * How the log is written (pino): JSON lines with the time as ISO 8601 and the level in words. Whatever
 * is handed to the log by the framework or by us passes these serializers.
 */
export function logOptions({ level, stream }: LogChoice) {
  return {
    level,
    ...(stream ? { stream } : {}),
    base: { pid: process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    // Packages log a request's headers at level trace: its token, its cookie.
    redact: { paths: ['headers', '*.headers', '*.*.headers'], remove: true },
    serializers: { err: errorFacts, error: errorFacts, req: requestFacts, res: replyFacts },
  };
}

export type RequestFacts = {
  method: string;
  /** As declared, `/api/cadres/:id`: a real address holds ids, and in its query names. */
  route: string;
  user?: string;
};

/** What the log says of a request. */
export function requestFacts(request: FastifyRequest): RequestFacts {
  const user = request.actor?.userId;
  return { method: request.method, route: routeOf(request), ...(user ? { user } : {}) };
}

/** The pattern of the endpoint; `page` for the files of the page, `none` for what nothing answers. */
export function routeOf({ routeOptions }: FastifyRequest): string {
  const pattern = routeOptions?.url;
  if (!pattern) return 'none';
  if (!pattern.startsWith('/api/')) return 'page';
  return pattern.startsWith('/api/docs') ? '/api/docs' : pattern;
}

function replyFacts({ statusCode }: { statusCode?: number }) {
  return { status: statusCode };
}
