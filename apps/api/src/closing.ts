import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Milliseconds that requests under way get when the application closes. */
const requestPatience = 20_000;

/** Takes no new connections, lets requests under way end, and cuts off those that take too long. */
export async function closeApplication(app: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), requestPatience);
  await app.close();
  clearTimeout(cut);
}

/** Waits for the work, but no longer. */
export async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const waited = new AbortController();
  const { signal } = waited;
  const limit = delay(milliseconds, undefined, { signal }).catch(() => {});
  await Promise.race([work, limit]).finally(() => waited.abort());
}
