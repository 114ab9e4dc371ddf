import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type PlainDate, plainDateSchema, type Role } from '@xuanpai/contracts/values';
import { createDatabase } from '@xuanpai/database/client';
import { createTestDatabase, type TestDatabase, testTemplate } from '@xuanpai/database/testing';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { inject } from 'vitest';
import { build } from './app.ts';
import { ensureCalendar } from './lib/attendance/work-calendar.ts';
import { Keyring } from './lib/keyring.ts';
import { seedDemo } from './seed/demo.ts';
import { fullPlan, issuedPlan } from './testing-plans.ts';

/** For tests only: an application on a database of its own. */
export const testPassword = 'test-password-1';
const root = resolve(import.meta.dirname, '../../..');
// The same keys in every file: a template's ciphertexts must be readable in its copies.
export const testDataKeys = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
export const testHmacKeys = `h1:${Buffer.alloc(32, 9).toString('base64')}`;

const testKeys = new Keyring(testDataKeys, testHmacKeys);

async function applicationOn(url: string, today: PlainDate, keys = testKeys) {
  const db = createDatabase(url, { connections: 8 });
  const deps = {
    db,
    keys,
    today: () => today,
    settings: {
      demo: true,
      publicUrl: 'http://localhost:3000',
      hstsSubdomains: true,
      jwtSecret: randomBytes(32).toString('hex'),
      version: 'test',
      workers: inject('testWorkers'),
      webRoot: null,
      files: join(tmpdir(), `xuanpai-files-${randomBytes(8).toString('hex')}`),
      evidenceMegabytes: 20,
      secondFactor: [] as Role[],
      limits: { reads: 1_000_000, writes: 1_000_000 },
      checkReplies: true,
    },
  };
  return { app: await build(deps), deps, db };
}

/** Fills a template with the calendar and the sample district, as the demo's start does. */
async function prepareDemo(url: string) {
  const { app, deps, db } = await applicationOn(url, day('2015-04-24'));
  await ensureCalendar(deps);
  await seedDemo(app, deps, testPassword, resolve(root, 'prisma/seed/hedong'));
  await app.close();
  await db.close();
}

/** Goes on from the sample district with a part of the planner's work. */
async function prepareWork(url: string, work: (office: TestApp) => Promise<unknown>) {
  const office = await officeOn({ url, drop: async () => {} }, day('2015-04-24'));
  await work(office);
  await office.close();
}

const demo = () => testTemplate('demo', prepareDemo);

/** What a test can start from. */
const templates = {
  /** A migrated database without users. */
  empty: async () => undefined,
  /** The sample district with the demo's accounts. */
  demo,
  /** The nine corrected, and 方案一 with all 255 placed. */
  planned: async () => testTemplate('planned', (url) => prepareWork(url, fullPlan), await demo()),
  /** 方案一 issued. */
  issued: async () => testTemplate('issued', (url) => prepareWork(url, issuedPlan), await demo()),
};

export const day = (text: string): PlainDate => plainDateSchema.parse(text);

export interface TestApp {
  app: FastifyInstance;
  deps: Awaited<ReturnType<typeof applicationOn>>['deps'];
  db: Awaited<ReturnType<typeof applicationOn>>['db'];
  url: string;
  /** Calls as a user of the demo (signed in once), or as nobody. */
  as(username: string | null): Caller;
  close(): Promise<void>;
}

export interface TestReply {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at replies as they come
  body: any;
  headers: Record<string, unknown>;
  raw: Buffer;
}

export interface Caller {
  get(url: string, headers?: Record<string, string>): Promise<TestReply>;
  post(url: string, body?: object, headers?: Record<string, string>): Promise<TestReply>;
  patch(url: string, body: object): Promise<TestReply>;
  delete(url: string): Promise<TestReply>;
  upload(
    url: string,
    fields: Record<string, string>,
    filename: string,
    bytes: Uint8Array,
  ): Promise<TestReply>;
  download(url: string): Promise<TestReply>;
  /** Any other request. */
  send(options: InjectOptions): Promise<TestReply>;
}

/** An application on a database of its own, filled as `templates` says. */
export async function startTestApp(
  data: keyof typeof templates = 'demo',
  today = day('2015-04-24'),
): Promise<TestApp> {
  const template = await templates[data]();
  return officeOn(await createTestDatabase(template), today);
}

/** The same office's application once more, beside the first, with keys of its own. */
export function startAnother({ url, deps }: TestApp, keys: Keyring): Promise<TestApp> {
  return officeOn({ url, drop: async () => {} }, deps.today(), keys);
}

async function officeOn(
  database: TestDatabase,
  today: PlainDate,
  keys?: Keyring,
): Promise<TestApp> {
  const { app, deps, db } = await applicationOn(database.url, today, keys);
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (username: string) => {
    const known = tokens.get(username) ?? signIn(app, username);
    tokens.set(username, known);
    return known;
  };
  return {
    app,
    deps,
    db,
    url: database.url,
    as: (username) => callerOf(app, async () => (username ? tokenOf(username) : null)),
    async close() {
      await app.close();
      await db.close();
      await database.drop();
      await rm(deps.settings.files, { recursive: true, force: true });
    },
  };
}

async function signIn(app: FastifyInstance, username: string): Promise<string> {
  const reply = await app.inject({
    method: 'POST',
    url: '/api/auth/login',
    payload: { username, password: testPassword },
  });
  if (reply.statusCode !== 200) throw new Error(`${username} can't sign in: ${reply.body}`);
  return (reply.json() as { accessToken: string }).accessToken;
}

function callerOf(app: FastifyInstance, token: () => Promise<string | null>): Caller {
  const send = async (options: InjectOptions): Promise<TestReply> => {
    const bearer = await token();
    const headers = {
      ...options.headers,
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
    };
    const reply = await app.inject({ ...options, headers });
    const json = String(reply.headers['content-type'] ?? '').includes('json');
    return {
      status: reply.statusCode,
      body: json && reply.body ? reply.json() : reply.body,
      headers: reply.headers,
      raw: reply.rawPayload,
    };
  };
  return {
    send,
    get: (url, headers = {}) => send({ method: 'GET', url, headers }),
    post: (url, body = {}, headers = {}) => send({ method: 'POST', url, payload: body, headers }),
    patch: (url, body) => send({ method: 'PATCH', url, payload: body }),
    delete: (url) => send({ method: 'DELETE', url }),
    async upload(url, fields, filename, bytes) {
      const { multipart } = await import('./seed/sample-district.ts');
      const form = multipart(fields, filename, bytes);
      return send({
        method: 'POST',
        url,
        payload: form.body,
        headers: { 'content-type': form.type },
      });
    },
    async download(url) {
      const ticket = await send({ method: 'POST', url: '/api/tickets', payload: { path: url } });
      const reply = await app.inject({ method: 'GET', url: (ticket.body as { url: string }).url });
      return {
        status: reply.statusCode,
        body: reply.body,
        headers: reply.headers,
        raw: reply.rawPayload,
      };
    },
  };
}
