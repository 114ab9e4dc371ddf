import type { PlainDate } from '@xuanpai/contracts/values';
import type { FastifyInstance } from 'fastify';
import { build } from '../../app.ts';
import type { Actor } from '../../lib/actor.ts';
import { systemActor } from '../../lib/actor.ts';
import type { Deps, ProcessDeps } from '../../lib/deps.ts';
import { noOperations } from '../../lib/operations.ts';
import { multipart } from '../sample-district.ts';

/** The office in the past: the same application, on whatever day the history has come to. */
export interface HistoryOffice {
  app: FastifyInstance;
  deps: Deps;
  /** Turns the calendar to a day. */
  on(day: PlainDate): void;
  /** Calls the API as one of the demo's people. Throws what it refuses. */
  call<Reply>(
    who: string,
    method: 'GET' | 'POST' | 'PATCH',
    url: string,
    body?: object,
  ): Promise<Reply>;
  /** Sends a file as one of them. Throws what it refuses. */
  upload(who: string, url: string, filename: string, bytes: Uint8Array): Promise<void>;
  /** Somebody of a township, where the demo has an account its holder. */
  officerOf(township: { id: string; name: string }): Promise<Actor>;
  headOf(township: { id: string; name: string }): Promise<Actor>;
  /** Somebody of a unit, likewise. */
  liaisonOf(unit: { id: string; name: string }): Promise<Actor>;
  planner(): Promise<Actor>;
  /** The demo's account of a role that is held for the whole district. */
  actorOf(role: 'office' | 'evaluator'): Promise<Actor>;
  close(): Promise<void>;
}

/** Opens the office on its first day. */
export async function openOffice(
  deps: ProcessDeps,
  password: string,
  firstDay: PlainDate,
): Promise<HistoryOffice> {
  let today = firstDay;
  const past: ProcessDeps = { ...deps, today: () => today };
  const app = await build(past);
  await app.ready();
  const complete: Deps = { ...past, log: app.log, operations: noOperations, beside: () => {} };
  const tokens = new Map<string, string>();

  const signIn = async (username: string) => {
    const url = '/api/auth/login';
    const reply = await app.inject({ method: 'POST', url, payload: { username, password } });
    const { accessToken } = checked<{ accessToken: string }>(url, reply);
    tokens.set(username, accessToken);
    return accessToken;
  };

  return {
    app,
    deps: complete,
    on: (day) => {
      today = day;
    },
    async call<Reply>(
      who: string,
      method: 'GET' | 'POST' | 'PATCH',
      url: string,
      body?: object,
    ): Promise<Reply> {
      const send = (token: string) =>
        app.inject({
          ...{ method, url, headers: { authorization: `Bearer ${token}` } },
          ...(body ? { payload: body } : {}),
        });
      const reply = await send(tokens.get(who) ?? (await signIn(who)));
      // On a slow machine two years take longer than a token lasts.
      const last = reply.statusCode === 401 ? await send(await signIn(who)) : reply;
      return checked<Reply>(`${method} ${url}`, last);
    },
    async upload(who, url, filename, bytes) {
      const token = tokens.get(who) ?? (await signIn(who));
      const form = multipart({}, filename, bytes);
      const headers = { authorization: `Bearer ${token}`, 'content-type': form.type };
      checked(url, await app.inject({ method: 'POST', url, headers, payload: form.body }));
    },
    officerOf: (township) => actorOf(deps, 'officer', township),
    headOf: (township) => actorOf(deps, 'head', township),
    liaisonOf: (unit) => liaisonOf(deps, unit),
    planner: () => actorOf(deps, 'planner', null),
    actorOf: (role) => actorOf(deps, role, null),
    close: () => app.close(),
  };
}

function checked<Reply>(what: string, reply: { statusCode: number; body: string }): Reply {
  if (reply.statusCode >= 300) {
    throw new Error(`${what}: ${reply.statusCode} ${reply.body.slice(0, 2000)}`);
  }
  return JSON.parse(reply.body === '' ? 'null' : reply.body) as Reply;
}

async function liaisonOf(
  { db }: Pick<Deps, 'db'>,
  { id: unitId, name }: { id: string; name: string },
): Promise<Actor> {
  const held = await db.prisma.userRole.findFirst({
    where: { role: 'liaison', unitId },
    include: { user: { select: { id: true, username: true, name: true } } },
  });
  return {
    ...systemActor,
    userId: held?.user.id ?? null,
    username: held?.user.username ?? 'history',
    name: held?.user.name ?? `${name}联络员`,
    roles: ['liaison'],
    grants: [{ role: 'liaison', townshipId: null, unitId }],
  };
}

/** The demo's account for the role, else somebody who is called after the post. */
async function actorOf(
  { db }: Pick<Deps, 'db'>,
  role: 'officer' | 'head' | 'planner' | 'office' | 'evaluator',
  township: { id: string; name: string } | null,
): Promise<Actor> {
  const townshipId = township?.id ?? null;
  const held = await db.prisma.userRole.findFirst({
    where: { role, townshipId },
    include: { user: { select: { id: true, username: true, name: true } } },
  });
  const post = role === 'officer' ? '组织干事' : '党委负责人';
  return {
    ...systemActor,
    userId: held?.user.id ?? null,
    username: held?.user.username ?? 'history',
    name: held?.user.name ?? `${township?.name ?? ''}${post}`,
    roles: [role],
    grants: [{ role, townshipId, unitId: null }],
  };
}
