import { createReadStream } from 'node:fs';
import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import { permissions } from '@xuanpai/contracts/permissions';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../lib/actor.ts';
import { invalid } from '../lib/api-error.ts';
import type { Deps } from '../lib/deps.ts';
import { AlreadyCarriedOut, keepReply, keptReply, requestHash } from '../lib/idempotency.ts';
import type { FileReply, Route, StoredFileReply } from '../lib/route.ts';
import { admit } from './auth.ts';
import { requestLimiter } from './rate-limit.ts';
import { checkReply, exactly, replySerializer } from './serialization.ts';
import { parseRequest } from './validation.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor;
  }
}

/** Characters from which on a body is encoded here: the socket takes four times as long for text. */
const longBody = 65_536;

/** Makes a Fastify route of each endpoint. Throws when one declares no access or is bound twice. */
export function registerEndpoints(app: FastifyInstance, deps: Deps, routes: readonly Route[]) {
  const bound = new Set<string>();
  const limit = requestLimiter(app, deps.settings.limits);
  app.decorateRequest('actor');
  for (const { endpoint, handler } of routes) {
    checkDeclaration(endpoint, bound);
    const serialize = serializerOf(deps, endpoint);
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      ...(endpoint.path.startsWith('/api/auth/') && { compress: false as const }),
      // Before the body is read: who may not call has nothing read or checked for them.
      onRequest: async (request) => {
        request.actor = await admit(deps, endpoint, request);
        await limit(endpoint, request);
      },
      handler: async (request, reply) => {
        const { actor } = request;
        const call = { ...parseRequest(endpoint, request), actor, request, reply };
        const run = () => handler(call as Parameters<Route['handler']>[0]);
        if (endpoint.kind === 'events') return run();
        if (endpoint.kind === 'file')
          return sendFile(reply, (await run()) as FileReply | StoredFileReply);
        const answer = async () => {
          const value = await run();
          return bodyOf(deps, endpoint, serialize, value, reply.statusCode);
        };
        const { status, body } = await once(deps, actor, request, endpoint, answer);
        if (body === '') return reply.status(204).send();
        return reply
          .status(status)
          .header('content-type', 'application/json; charset=utf-8')
          .header('cache-control', 'no-store')
          .send(body.length > longBody ? Buffer.from(body) : body);
      },
    });
  }
}

function checkDeclaration(endpoint: EndpointShape, bound: Set<string>) {
  const { access, id } = endpoint;
  if (access !== 'public' && access !== 'signedIn' && !Object.hasOwn(permissions, access)) {
    throw new Error(`${id} declares no permission`);
  }
  if (bound.has(id)) throw new Error(`${id} is bound twice`);
  bound.add(id);
}

function serializerOf(deps: Deps, { id, reply, exact }: EndpointShape) {
  if (!reply) return null;
  const { checkReplies } = deps.settings;
  if (checkReplies) checkReply(reply, id);
  const bySchema = replySerializer(reply, id);
  if (!exact) return bySchema;
  return checkReplies ? exactly(bySchema, id) : JSON.stringify;
}

function bodyOf(
  deps: Deps,
  endpoint: EndpointShape,
  serialize: ((value: unknown) => string) | null,
  value: unknown,
  chosen: number,
): { status: number; body: string } {
  if (!serialize || !endpoint.reply) return { status: 204, body: '' };
  if (deps.settings.checkReplies) endpoint.reply.parse(value);
  // 202: the handler answers before it is done.
  const status = chosen === 202 ? chosen : (endpoint.status ?? 200);
  return { status, body: serialize(value) };
}

/** Carries a request out once under its Idempotency-Key; a repetition gets the same reply. */
async function once(
  deps: Deps,
  actor: Actor,
  request: FastifyRequest,
  endpoint: EndpointShape,
  answer: () => Promise<{ status: number; body: string }>,
) {
  const { userId } = actor;
  const key = keyOf(request, endpoint);
  if (key === null || !userId) return answer();
  const claim = { key, hash: requestHash(request.method, request.url, request.body) };
  const kept = await keptReply(deps, userId, claim);
  if (kept) return kept;
  actor.idempotency = claim;
  try {
    const result = await answer();
    if (actor.idempotency === null) await keepReply(deps, userId, claim.key, result);
    return result;
  } catch (error) {
    if (!(error instanceof AlreadyCarriedOut)) throw error;
    const reply = await keptReply(deps, userId, claim);
    if (!reply) throw error;
    return reply;
  }
}

/** The key of a request that is to be carried out once: every write that is no file. */
function keyOf(request: FastifyRequest, endpoint: EndpointShape): string | null {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || endpoint.method === 'GET' || endpoint.kind === 'upload') {
    return null;
  }
  if (key.length > 0 && key.length <= 200) return key;
  const message = {
    zh: 'Idempotency-Key 须为1至200个字符。',
    en: 'A key has 1 to 200 characters.',
  };
  throw invalid([{ path: 'Idempotency-Key', code: 'length', message }]);
}

/** What somebody sent is opened by nobody's page: no script, no form, an origin of its own. */
const sandbox = "default-src 'none'; sandbox";

function sendFile(reply: FastifyReply, file: FileReply | StoredFileReply) {
  const ascii = file.filename.replace(/[^\x20-\x7e]|["\\]/g, '_');
  reply
    .header('content-type', file.type)
    .header('cache-control', 'no-store')
    .header(
      'content-disposition',
      `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
    );
  if ('bytes' in file) return reply.send(Buffer.from(file.bytes));
  return reply
    .header('content-security-policy', sandbox)
    .header('content-length', file.size)
    .send(createReadStream(file.path));
}
