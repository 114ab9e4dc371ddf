import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const root = resolve(process.cwd());
export const password = 'bench-pass-word-1';

/** The built application in a process of its own, with its embedded PostgreSQL, as `npm start` runs it. */
export interface Office {
  address: string;
  pid: number;
  /** Of the embedded server's main process. */
  databasePid: number;
  databaseUrl: string;
  pool: pg.Pool;
  /** Signs in anew: an access token lasts 15 minutes. */
  headersOf(username?: string): Promise<Record<string, string>>;
  get<Reply>(path: string): Promise<Reply>;
  post<Reply>(path: string, body?: object, username?: string): Promise<Reply>;
  patch(path: string, body: object): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts it on a folder of its own (or on `dataDir`, which is kept) and waits until it answers. */
export async function startOffice(
  dataDir?: string,
  env: Record<string, string> = {},
): Promise<Office> {
  const folder = dataDir ?? newFolder();
  const port = await freePort();
  const child = spawnNode(join(root, 'apps/api/dist/main.js'), {
    PORT: String(port),
    DATA_DIR: folder,
    DEMO_PASSWORD: password,
    SEED: 'demo',
    // Hundreds of requests a second by one person are what is measured.
    ...{ READS_PER_MINUTE: '10000000', WRITES_PER_MINUTE: '10000000' },
    ...env,
  });
  const address = `http://127.0.0.1:${port}`;
  await answers(child, `${address}/api/health/live`);
  const databaseUrl = urlOf(join(folder, 'demo'));
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  pool.on('error', () => {}); // the server ends before us
  const headersOf = async (username = 'planner') => ({
    authorization: `Bearer ${await signIn(address, username)}`,
  });
  const send = async <Reply>(method: string, path: string, body: object, username: string) =>
    call<Reply>(address + path, {
      method,
      body: JSON.stringify(body),
      headers: { ...(await headersOf(username)), 'content-type': 'application/json' },
    });
  return {
    address,
    pid: child.pid ?? 0,
    databasePid: Number(lineOf(join(folder, 'demo/pg/postmaster.pid'), 0)),
    databaseUrl,
    pool,
    headersOf,
    get: async (path) => call(address + path, { headers: await headersOf() }),
    post: (path, body = {}, username = 'planner') => send('POST', path, body, username),
    patch: (path, body) => send('PATCH', path, body, 'planner'),
    async close() {
      await pool.end();
      await end(child);
      if (!dataDir) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A folder that the account of PostgreSQL can reach too. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xuanpai-bench-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** With the flags and the memory of `npm start`. */
export function spawnNode(script: string, env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ['--v8-pool-size=1', script], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      MALLOC_ARENA_MAX: '2',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // A bench that fails leaves nothing running.
  const kill = () => void child.kill('SIGTERM');
  process.once('exit', kill);
  child.once('exit', () => process.removeListener('exit', kill));
  return child;
}

/** Waits for the first answer. Throws when the process ends before. */
export async function answers(child: ChildProcess, url: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode} before it answered`);
    const reply = await fetch(url).catch(() => null);
    if (reply) return;
    await wait(20);
  }
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

async function signIn(address: string, username: string): Promise<string> {
  const { accessToken } = await call<{ accessToken: string }>(`${address}/api/auth/login`, {
    method: 'POST',
    body: JSON.stringify({ username, password }),
    headers: { 'content-type': 'application/json' },
  });
  return accessToken;
}

async function call<Reply>(url: string, init: RequestInit): Promise<Reply> {
  const reply = await fetch(url, init);
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${url}: ${reply.status} ${text}`);
  return JSON.parse(text) as Reply;
}

function urlOf(folder: string): string {
  const { databasePassword } = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as {
    databasePassword: string;
  };
  const port = lineOf(join(folder, 'pg/postmaster.pid'), 3);
  return `postgresql://xuanpai:${databasePassword}@127.0.0.1:${port}/xuanpai`;
}

function lineOf(file: string, line: number): string {
  return readFileSync(file, 'utf8').split('\n')[line]?.trim() ?? '';
}
