import rateLimit from '@fastify/rate-limit';
import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError } from '../lib/api-error.ts';
import type { Settings } from '../lib/deps.ts';

const minute = 60_000;

export async function registerRateLimit(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, { global: false });
}

/**
 * Counts the requests of a minute: what somebody signed in reads and writes, each for itself, and what
 * nobody in particular asks for, by address. Every endpoint is counted; files of the page aren't. Each
 * process counts for itself. The check throws `tooMany` with the seconds that are left.
 */
export function requestLimiter(
  app: FastifyInstance,
  { reads, writes }: Settings['limits'],
): (endpoint: EndpointShape, request: FastifyRequest) => Promise<void> {
  const keyGenerator = ({ actor }: FastifyRequest) => actor.userId ?? '';
  const reading = app.createRateLimit({ max: reads, timeWindow: minute, keyGenerator });
  const writing = app.createRateLimit({ max: writes, timeWindow: minute, keyGenerator });
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
