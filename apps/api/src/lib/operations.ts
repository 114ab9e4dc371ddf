import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** What the people who run the system want to know of it, and by what they are known. */
export interface Operations {
  /** Opens the metrics and the details of readiness; null: nobody sees the metrics. */
  metricsToken: string | null;
  /** A folder on the disk that the database writes to; null: the database is elsewhere. */
  dataDir: string | null;
  /** The folder of the migrations that this program wants; null: not looked at. */
  migrations: string | null;
}

export const noOperations: Operations = { metricsToken: null, dataDir: null, migrations: null };

/** Whether a request carries the token of the metrics; the same time for every wrong one. */
export function hasMetricsToken(request: FastifyRequest, { metricsToken }: Operations): boolean {
  const [, given] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (metricsToken === null || given === undefined) return false;
  return timingSafeEqual(digest(given), digest(metricsToken));
}

/**
 * Whether a request comes from a program on this machine. What a proxy on this machine passes on
 * doesn't, whether or not the proxy is trusted.
 */
export function isFromHere({ headers, socket }: FastifyRequest): boolean {
  const passedOn = headers['x-forwarded-for'] ?? headers.forwarded ?? headers['x-real-ip'];
  if (passedOn !== undefined) return false;
  return /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '');
}

function digest(text: string) {
  return createHash('sha256').update(text).digest();
}
