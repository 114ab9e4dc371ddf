import type { BodyInputOf, EndpointShape, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { z } from 'zod';
import { addressOf } from './address.ts';
import { isProblem } from './api-problem.ts';
import { untilAnswered } from './connection.ts';
import { readJson, send } from './http.ts';
import { newKey } from './ids.ts';
import { bearer, refreshOnce } from './session.ts';

type InputOf<T> = T extends z.ZodType ? z.input<T> : undefined;

/** Lists may stand for what the contract takes as text with commas. */
type WithLists<T> = { [K in keyof T]: string extends T[K] ? T[K] | readonly string[] : T[K] };

type Part<K extends string, T> = [T] extends [undefined]
  ? { [P in K]?: never }
  : object extends T
    ? { [P in K]?: T }
    : { [P in K]: T };

/** What the endpoint takes: no more, no less. */
export type PartsOf<E extends EndpointShape> = Part<'params', InputOf<E['params']>> &
  Part<'query', WithLists<InputOf<E['query']>>>;

export type CallOptions<E extends EndpointShape> = PartsOf<E> &
  Part<'body', BodyInputOf<E>> & {
    signal?: AbortSignal | undefined;
    /** Give one to repeat an act safely; every write gets a fresh one otherwise. */
    idempotencyKey?: string;
    /** Have the answer at once, while what was asked for goes on. */
    respondAsync?: true;
  };

export type OptionsArgument<O> = object extends O ? [options?: O] : [options: O];

/** Runs a request with the token; if it has run out, refreshes once and runs it again. */
export async function withToken<T>(
  endpoint: Pick<EndpointShape, 'access'>,
  run: (token: string | null) => Promise<T>,
): Promise<T> {
  const used = bearer();
  try {
    return await run(used);
  } catch (error) {
    if (endpoint.access === 'public' || !isProblem(error) || error.status !== 401) throw error;
    // Another request may have fetched a new token while this one was under way.
    const fresh = bearer() === used ? await refreshOnce() : bearer();
    if (fresh === null) throw error;
    return await run(fresh);
  }
}

/**
 * Calls an endpoint of the contracts. Throws `ApiProblem`. While the server can't be reached the
 * call waits and is sent again, a write under the same key; before signing in it fails at once.
 */
export async function call<E extends EndpointShape>(
  endpoint: E,
  ...[options]: OptionsArgument<CallOptions<E>>
): Promise<ReplyOf<E>> {
  const { params, query, body, signal, idempotencyKey, respondAsync } = (options ?? {}) as {
    params?: unknown;
    query?: unknown;
    body?: unknown;
    signal?: AbortSignal;
    idempotencyKey?: string;
    respondAsync?: true;
  };
  const address = addressOf(endpoint, { params, query });
  const writes = endpoint.method !== 'GET';
  const headers: Record<string, string> = {
    ...(writes ? { 'Idempotency-Key': idempotencyKey ?? newKey() } : {}),
    ...(respondAsync ? { Prefer: 'respond-async' } : {}),
  };
  const once = () =>
    withToken(endpoint, async (token) =>
      readJson(await send({ method: endpoint.method, address, token, body, signal, headers })),
    );
  const reply = endpoint.access === 'public' ? once() : untilAnswered(once, { writes, signal });
  return (await reply) as ReplyOf<E>;
}
