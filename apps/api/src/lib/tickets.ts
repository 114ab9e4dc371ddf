import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError } from './api-error.ts';

/** A download link's permit: for one session and one path, for a minute. */
interface Ticket {
  sid: string;
  path: string;
  kind: 'ticket';
}

export const ticketSeconds = 60;

/** Gives the path with its ticket, to be opened by the browser within a minute. */
export function ticketUrl(app: FastifyInstance, sessionId: string, path: string): string {
  const ticket = app.jwt.sign({ sid: sessionId, path, kind: 'ticket' } satisfies Ticket, {
    expiresIn: ticketSeconds,
  });
  return `${path}${path.includes('?') ? '&' : '?'}ticket=${ticket}`;
}

/** The ticket of a request, or null when it has none. Throws `sessionEnded` for a bad or foreign one. */
export function ticketOf(request: FastifyRequest): Ticket | null {
  const found = /^(.*?)[?&]ticket=([^&]+)$/.exec(request.url);
  if (!found) return null;
  const [, path, token = ''] = found;
  try {
    const ticket = request.server.jwt.verify<Ticket>(token);
    if (ticket.kind === 'ticket' && ticket.path === path) return ticket;
  } catch {
    // Expired or made up: the same answer.
  }
  throw new ApiError('sessionEnded');
}
