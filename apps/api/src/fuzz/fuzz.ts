import { problemSchema } from '@xuanpai/contracts/problems';
import { holdsIdNumber } from '@xuanpai/domain/office/id-number';
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { newSession, type Person } from '../access/world.ts';
import { parseWorkbook } from '../lib/sheet/parse-workbook.ts';
import { askers, type FuzzWorld } from './fuzz-world.ts';
import { type Operation, operationsOf, requestTo } from './request-arbitrary.ts';

export interface Outcome {
  requests: number;
  /** How many replies had each status. */
  statuses: Record<number, number>;
  /** What was wrong, with the request that brought it out. */
  failures: string[];
}

/**
 * Sends requests to every operation as everybody in turn. `each` is called after every request with
 * their number, to look at the memory. The same seed makes the same requests.
 */
export async function fuzz(
  fuzzed: FuzzWorld,
  { seed, requests, each }: { seed: number; requests: number; each?: (done: number) => void },
): Promise<Outcome> {
  const { app } = fuzzed.world.district.office;
  const description = await app.inject({ url: '/api/openapi.json' });
  const operations = operationsOf(description.json());
  const tokens = new Tokens(fuzzed);
  const outcome: Outcome = { requests: 0, statuses: {}, failures: [] };
  for (let round = 0; outcome.requests < requests; round += 1) {
    for (const [at, operation] of operations.entries()) {
      if (outcome.requests >= requests) break;
      const asker = askers[(round + at) % askers.length] ?? null;
      const [request] = fc.sample(requestTo(operation, fuzzed.ids), {
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
  const token = await tokens.of(asked.asker);
  const headers = {
    ...asked.request.headers,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const reply = await app.inject({ ...asked.request, headers });
  const { statusCode } = reply;
  outcome.statuses[statusCode] = (outcome.statuses[statusCode] ?? 0) + 1;
  // Signed out, or disabled by another request: a new session for the next one.
  if (statusCode === 401) tokens.forget(asked.asker);
  const type = String(reply.headers['content-type'] ?? '');
  const file = type.includes('spreadsheet');
  const text = file ? await textOf(reply.rawPayload) : reply.body;
  for (const wrong of faultsOf({ status: statusCode, type, text }, asked, fuzzed)) {
    outcome.failures.push(`${wrong}\n  ${describe(asked)}\n  ${statusCode} ${text.slice(0, 300)}`);
  }
}

interface Seen {
  status: number;
  type: string;
  text: string;
}

/** Replies that aren't problems are held to their schemas by the application itself: a fault is a 500. */
function faultsOf({ status, type, text }: Seen, { operation, asker }: Asked, fuzzed: FuzzWorld) {
  const faults: string[] = [];
  if (status >= 500) faults.push('the server failed');
  if (status >= 400 && !isProblem(type, text)) faults.push('a refusal that is no problem');
  const reveals = operation.id === 'revealCadre' && (asker === 'planner' || asker === 'office');
  if (reveals) return faults;
  if (holdsIdNumber(text)) faults.push('an ID number in clear');
  const told = fuzzed.secrets.filter((secret) => text.includes(secret));
  return told.length > 0 ? [...faults, `sealed data: ${told.join()}`] : faults;
}

function isProblem(type: string, text: string): boolean {
  if (!type.startsWith('application/problem+json')) return false;
  return problemSchema.safeParse(JSON.parse(text)).success;
}

async function textOf(bytes: Buffer): Promise<string> {
  const { sheets } = await parseWorkbook(bytes, 'a.xlsx');
  return JSON.stringify(sheets);
}

function describe({ operation, asker, request }: Asked): string {
  const { method, url, headers, payload } = request;
  return `${asker ?? 'nobody'}: ${operation.id} ${method} ${String(url)} ${JSON.stringify(headers ?? {})} ${String(payload ?? '')}`.slice(
    0,
    1500,
  );
}

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
