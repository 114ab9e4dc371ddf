import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { newSession, type Person } from '../access/world.ts';
import { parseWorkbook } from '../lib/sheet/parse-workbook.ts';
import { askers, askersWith, type FuzzWorld } from './fuzz-world.ts';
import { type Operation, operationsOf } from './operations.ts';
import { faultsOf } from './reply-faults.ts';
import { requestTo } from './request-arbitrary.ts';

export interface Outcome {
  requests: number;
  /** How many replies had each status. */
  statuses: Record<number, number>;
  /** Operations that were carried out at least once. */
  done: Set<string>;
  /** What was wrong, with the request that brought it out. */
  failures: string[];
}

/**
 * Sends requests to every operation: in every other round as somebody who may call it, in the others
 * as everybody in turn. `each` is called after every request with their number, to look at the memory.
 * The same seed makes the same requests.
 */
export async function fuzz(
  fuzzed: FuzzWorld,
  { seed, requests, each }: { seed: number; requests: number; each?: (done: number) => void },
): Promise<Outcome> {
  const { app } = fuzzed.world.district.office;
  const description = await app.inject({ url: '/api/openapi.json' });
  const operations = operationsOf(description.json());
  const tokens = new Tokens(fuzzed);
  const outcome: Outcome = { requests: 0, statuses: {}, done: new Set(), failures: [] };
  for (let round = 0; outcome.requests < requests; round += 1) {
    for (const [at, operation] of operations.entries()) {
      if (outcome.requests >= requests) break;
      const who = round % 2 === 0 ? askersWith(operation.roles) : askers;
      const asker = who[(Math.floor(round / 2) + at) % who.length] ?? null;
      const strangers = { cadreId: fuzzed.bystanders.map(({ id }) => id) };
      const ids = operation.method === 'GET' ? fuzzed.ids.with(strangers) : fuzzed.ids;
      const [request] = fc.sample(requestTo(operation, ids), {
        seed: seed + outcome.requests,
        numRuns: 1,
      });
      if (!request) continue;
      await ask(fuzzed, tokens, { operation, asker, request }, outcome);
      outcome.requests += 1;
      each?.(outcome.requests);
    }
  }
  return outcome;
}

interface Asked {
  operation: Operation;
  asker: Person | null;
  request: InjectOptions;
}

async function ask(fuzzed: FuzzWorld, tokens: Tokens, asked: Asked, outcome: Outcome) {
  const { app } = fuzzed.world.district.office;
  const { asker, operation } = asked;
  const token = await tokens.of(asker);
  const headers = {
    ...asked.request.headers,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const reply = await app.inject({ ...asked.request, headers });
  const { statusCode: status } = reply;
  outcome.statuses[status] = (outcome.statuses[status] ?? 0) + 1;
  if (status < 300) outcome.done.add(operation.id);
  if (status === 201) fuzzed.ids.made(operation.path, reply.json().id ?? '');
  // Signed out, or disabled by another request: a new session for the next one.
  if (status === 401) tokens.forget(asker);
  const type = String(reply.headers['content-type'] ?? '');
  const workbook = type.includes('spreadsheet');
  const text = workbook ? await textOf(reply.rawPayload) : reply.body;
  for (const wrong of faultsOf({ status, type, text }, { operation, asker }, fuzzed)) {
    outcome.failures.push(`${wrong}\n  ${describe(asked)}\n  ${status} ${text.slice(0, 300)}`);
  }
}

async function textOf(bytes: Buffer): Promise<string> {
  const { sheets } = await parseWorkbook(bytes, 'a.xlsx');
  return JSON.stringify(sheets);
}

function describe({ operation, asker, request }: Asked): string {
  const { method, url, headers, payload } = request;
  const who = asker ?? 'nobody';
  const sent = `${JSON.stringify(headers ?? {})} ${String(payload ?? '')}`;
  return `${who}: ${operation.id} ${method} ${String(url)} ${sent}`.slice(0, 1500);
}

/** Access tokens of everybody, renewed after one was refused. */
class Tokens {
  readonly #fuzzed: FuzzWorld;
  readonly #known = new Map<Person, string>();

  constructor(fuzzed: FuzzWorld) {
    this.#fuzzed = fuzzed;
  }

  async of(person: Person | null): Promise<string | null> {
    if (person === null) return null;
    const known = this.#known.get(person);
    if (known) return known;
    const { token } = await newSession(this.#fuzzed.world.district, person);
    this.#known.set(person, token);
    return token;
  }

  forget(person: Person | null) {
    if (person) this.#known.delete(person);
  }
}
