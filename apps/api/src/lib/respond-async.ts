import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Whether the caller waits for the end of what it asks for. With `Prefer: respond-async` (RFC 7240) it
 * gets 202 at once, and looks itself how far that is.
 */
export function isAwaited(request: FastifyRequest, reply: FastifyReply): boolean {
  const preferences = String(request.headers.prefer ?? '').split(',');
  if (!preferences.some((one) => one.trim().toLowerCase() === 'respond-async')) return true;
  reply.status(202).header('preference-applied', 'respond-async');
  return false;
}
