import type { FastifyReply } from 'fastify';
import { ApiError } from './api-error.ts';

/** Milliseconds after which whoever is signed out hears nothing more. */
const betweenLooks = 1_000;

/**
 * Aborted when a lasting reply has to end: the caller would be refused now (signed out, disabled, role
 * taken away, token run out), the connection is gone, or the application closes. A database that is
 * away refuses nobody.
 */
export function untilRefused(
  admitAgain: () => Promise<unknown>,
  reply: FastifyReply,
  closing: AbortSignal,
): AbortSignal {
  const ended = new AbortController();
  const end = () => {
    clearInterval(timer);
    closing.removeEventListener('abort', end);
    ended.abort();
  };
  const timer = setInterval(() => {
    admitAgain().catch((error: unknown) => {
      if (error instanceof ApiError) end();
    });
  }, betweenLooks);
  reply.raw.once('close', end);
  closing.addEventListener('abort', end);
  if (closing.aborted) end();
  return ended.signal;
}
