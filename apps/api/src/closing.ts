import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Milliseconds in which who is connected is still served, and told to connect anew next time. */
const farewell = 500;

/** Milliseconds that requests under way get when the application closes. */
const requestPatience = 20_000;

/**
 * Serves on for a moment, so that no request on its way meets a closed connection; then takes no new
 * ones, lets those under way end, and cuts off those that take too long.
 */
export async function closeApplication(app: FastifyInstance): Promise<void> {
  app.server.prependListener('request', (_, reply) => reply.setHeader('connection', 'close'));
  if (await connected(app)) await delay(farewell);
  const cut = setTimeout(() => app.server.closeAllConnections(), requestPatience);
  await app.close();
  clearTimeout(cut);
}

function connected({ server }: FastifyInstance): Promise<boolean> {
  return new Promise((done) => server.getConnections((_, count) => done(count > 0)));
}

/** Waits for the work, but no longer. */
export async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const waited = new AbortController();
  const { signal } = waited;
  const limit = delay(milliseconds, undefined, { signal }).catch(() => {});
  await Promise.race([work, limit]).finally(() => waited.abort());
}
