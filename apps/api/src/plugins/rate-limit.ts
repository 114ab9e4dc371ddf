import rateLimit, { type FastifyRateLimitStore } from '@fastify/rate-limit';
import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError } from '../lib/api-error.ts';
import type { Deps, Settings } from '../lib/deps.ts';
import { RequestCounts } from './request-counts.ts';

const minute = 60_000;

export async function registerRateLimit(app: FastifyInstance, deps: Deps): Promise<void> {
  const counts = new RequestCounts(deps);
  deps.beside({ start: () => counts.start(), stop: () => counts.stop() });
  await app.register(rateLimit, { global: false, store: storeOf(counts) });
}

function storeOf(counts: RequestCounts) {
  return class implements FastifyRateLimitStore {
    incr(...[key, answer, , max]: Parameters<FastifyRateLimitStore['incr']>): void {
      answer(null, counts.take(key, max));
    }
    child(): this {
      return this;
    }
  };
}

/**
 * Counts the requests of a minute: what somebody signed in reads and writes, each for itself, and what
 * nobody in particular asks for, by address. Every endpoint is counted; files of the page aren't. The
 * processes on a database count together (`request-counts.ts`). The check throws `tooMany` with the seconds that are left.
 */
export function requestLimiter(
  app: FastifyInstance,
  { reads, writes }: Settings['limits'],
): (endpoint: EndpointShape, request: FastifyRequest) => Promise<void> {
  const by =
    (act: string) =>
    ({ actor }: FastifyRequest) =>
      `${act} ${actor.userId ?? ''}`;
  const counting = (act: string, max: number) =>
    app.createRateLimit({ max, timeWindow: minute, keyGenerator: by(act) });
  const [reading, writing] = [counting('reads', reads), counting('writes', writes)];
  const byAddress = app.createRateLimit({ max: reads, timeWindow: minute });
  return async ({ access, method }, request) => {
    const count = access === 'public' ? byAddress : method === 'GET' ? reading : writing;
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) throw tooMany(counted.ttlInSeconds);
  };
}

function tooMany(seconds: number): ApiError {
  return new ApiError('tooMany', {
    retryAfter: seconds,
    detail: {
      zh: `一分钟内的请求太多，请${seconds}秒后再试。`,
      en: `Too many requests in a minute, try again in ${seconds} seconds.`,
    },
  });
}
