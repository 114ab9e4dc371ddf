import { type Problem, type ProblemCode, problems } from '@xuanpai/contracts/problems';
import type { Language } from '@xuanpai/contracts/text';
import { isConnectionProblem } from '@xuanpai/database/errors';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../lib/api-error.ts';
import { meaningOf } from '../lib/constraints.ts';
import { languageOf } from '../lib/language.ts';
import { requestFacts } from '../lib/log/log-options.ts';

/** Every refusal leaves as RFC 9457 problem details; no stack, no SQL. */
export function registerErrors(app: FastifyInstance) {
  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    const known = asApiError(error);
    if (!known) request.log.error({ err: error, ...requestFacts(request) }, 'request failed');
    else if (known !== error)
      request.log.info({ err: error, ...requestFacts(request) }, 'request refused');
    return sendProblem(request, reply, known ?? new ApiError('internal'));
  });
}

/** Refusals of the framework before a route is found: an address that can't be read. */
export function sendFrameworkError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  request.server.guard(request, reply);
  return sendProblem(request, reply, asApiError(error) ?? new ApiError('badRequest'));
}

export function registerNotFound(app: FastifyInstance) {
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, new ApiError('notFound')));
}

function asApiError(error: FastifyError | Error): ApiError | null {
  if (error instanceof ApiError) return error;
  const meaning = meaningOf(error);
  if (meaning) return meaning;
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status === 413) return new ApiError('tooLarge');
  if (status === 429) return new ApiError('tooMany');
  if (status !== undefined && status >= 400 && status < 500) return new ApiError('badRequest');
  if (isGone(error)) return new ApiError('notFound');
  if (isConnectionProblem(error) || isTransactionTimeout(error))
    return new ApiError('unavailable', { retryAfter: 2 });
  return null;
}

/** Prisma found nothing where there was a row a moment ago: somebody deleted it meanwhile. */
function isGone(error: Error) {
  return 'code' in error && error.code === 'P2025';
}

/** Waited for a lock, or for a connection, longer than a request may. */
function isTransactionTimeout(error: Error) {
  return 'code' in error && error.code === 'P2028';
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: ApiError) {
  const language = languageOf(request.headers['accept-language']);
  const problem = { ...problemOf(error, language), requestId: request.id };
  if (problem.retryAfter !== undefined) reply.header('retry-after', String(problem.retryAfter));
  return reply
    .status(problem.status)
    .header('x-request-id', request.id)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem);
}

function problemOf(error: ApiError, language: Language): Problem {
  const { status, ...title }: (typeof problems)[ProblemCode] = problems[error.code];
  const { detail, faults = [], current, changes, retryAfter } = error.options;
  return {
    type: `urn:xuanpai:problem:${error.code}`,
    title: title[language],
    status,
    code: error.code,
    detail: detail?.[language] ?? faults[0]?.message[language] ?? title[language],
    errors: faults.map((fault) => ({
      path: fault.path,
      code: fault.code,
      message: fault.message[language],
      basis: fault.basis ?? null,
      remedy: fault.remedy?.[language] ?? null,
    })),
    ...(current === undefined ? {} : { current }),
    ...(changes === undefined ? {} : { changes }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}
