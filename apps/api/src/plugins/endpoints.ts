import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import { permissions } from '@xuanpai/contracts/permissions';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../lib/actor.ts';
import type { Deps } from '../lib/deps.ts';
import { AlreadyCarriedOut, keepReply, keptReply, requestHash } from '../lib/idempotency.ts';
import type { FileReply, Route } from '../lib/route.ts';
import { admit } from './auth.ts';
import { replySerializer } from './serialization.ts';
import { parseRequest } from './validation.ts';

/** Makes a Fastify route of each endpoint. Throws when one declares no access or is bound twice. */
export function registerEndpoints(app: FastifyInstance, deps: Deps, routes: readonly Route[]) {
  const bound = new Set<string>();
  for (const { endpoint, handler } of routes) {
    checkDeclaration(endpoint, bound);
    const serialize = endpoint.reply ? replySerializer(endpoint.reply, endpoint.id) : null;
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      handler: async (request, reply) => {
        const actor = await admit(deps, endpoint, request);
        const call = { ...parseRequest(endpoint, request), actor, request, reply };
        const run = () => handler(call as Parameters<Route['handler']>[0]);
        if (endpoint.kind === 'events') return run();
        if (endpoint.kind === 'file') return sendFile(reply, (await run()) as FileReply);
        const answer = async () => bodyOf(deps, endpoint, serialize, await run());
        const { status, body } = await once(deps, actor, request, endpoint, answer);
        if (body === '') return reply.status(204).send();
        return reply
          .status(status)
          .header('content-type', 'application/json; charset=utf-8')
          .header('cache-control', 'no-store')
          .send(body);
      },
    });
  }
}

function checkDeclaration(endpoint: EndpointShape, bound: Set<string>) {
  const { access, id } = endpoint;
  if (access !== 'public' && access !== 'signedIn' && !(access in permissions)) {
    throw new Error(`${id} declares no permission`);
  }
  if (bound.has(id)) throw new Error(`${id} is bound twice`);
  bound.add(id);
}

function bodyOf(
  deps: Deps,
  endpoint: EndpointShape,
  serialize: ((value: unknown) => string) | null,
  value: unknown,
): { status: number; body: string } {
  if (!serialize || !endpoint.reply) return { status: 204, body: '' };
  if (deps.settings.checkReplies) endpoint.reply.parse(value);
  return { status: endpoint.status ?? 200, body: serialize(value) };
}

/** Carries a request out once under its Idempotency-Key; a repetition gets the same reply. */
async function once(
  deps: Deps,
  actor: Actor,
  request: FastifyRequest,
  endpoint: EndpointShape,
  answer: () => Promise<{ status: number; body: string }>,
) {
  const key = request.headers['idempotency-key'];
  const { userId } = actor;
  if (
    typeof key !== 'string' ||
    !userId ||
    endpoint.method !== 'POST' ||
    endpoint.kind === 'upload'
  ) {
    return answer();
  }
  const claim = {
    key: key.slice(0, 200),
    hash: requestHash(request.method, request.url, request.body),
  };
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

function sendFile(reply: FastifyReply, file: FileReply) {
  const ascii = file.filename.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return reply
    .header('content-type', file.type)
    .header('cache-control', 'no-store')
    .header(
      'content-disposition',
      `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
    )
    .send(Buffer.from(file.bytes));
}
