import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { testPassword } from './testing.ts';

/** For tests only: the built application as processes of its own, in production on a database. */

const root = resolve(import.meta.dirname, '../../..');
// As deep as apps/api/dist, from where it finds the rest of the installation.
const outdir = join(root, 'apps/api/.cache');

const secret = (name: string) => createHash('sha256').update(`two of ${name}`).digest('base64');
const secrets = {
  JWT_SECRET: secret('jwt'),
  DATA_KEYS: `k9:${secret('data')}`,
  HMAC_KEYS: `h9:${secret('hmac')}`,
};

export async function buildApplication(): Promise<void> {
  const shared = pathToFileURL(join(root, 'scripts/lib/build-api.mjs')).href;
  const { apiBuild } = (await import(/* @vite-ignore */ shared)) as { apiBuild(): BuildOptions };
  await build({ ...apiBuild(), outdir, sourcemap: false });
}

export const removeApplication = () => rm(outdir, { recursive: true, force: true });

export interface Application {
  url: string;
  child: ChildProcess;
  /** What it wrote. */
  output(): string;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts a process on a database, and on a folder of files, and comes back when it is ready. */
export async function startProcess(
  databaseUrl: string,
  dataDir?: string,
  settings: Record<string, string> = {},
): Promise<Application> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(outdir, 'main.js')], {
    cwd: root,
    env: {
      ...{ PATH: process.env.PATH, TZ: process.env.TZ, ...secrets },
      ...{ READS_PER_MINUTE: '1000000', WRITES_PER_MINUTE: '1000000' },
      ...{ DATABASE_URL: databaseUrl, PORT: String(port), DEMO_PASSWORD: testPassword },
      ...(dataDir ? { DATA_DIR: dataDir } : {}),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  }
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/api/health/ready`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`it did not start:\n${output.join('')}`);
    await delay(50);
  }
  return {
    url,
    child,
    output: () => output.join(''),
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at replies as they come
  body: any;
  headers: Headers;
}

interface Request {
  method?: string;
  token?: string;
  body?: object;
  headers?: Record<string, string>;
}

/** One request over the network; rejects where no answer came. */
export async function ask(
  { url }: Pick<Application, 'url'>,
  path: string,
  { method, token, body, headers = {} }: Request = {},
): Promise<Answer> {
  const reply = await fetch(`${url}${path}`, {
    method: method ?? (body ? 'POST' : 'GET'),
    headers: {
      ...headers,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await reply.text();
  const json = reply.headers.get('content-type')?.includes('json') && text !== '';
  return { status: reply.status, body: json ? JSON.parse(text) : text, headers: reply.headers };
}

export async function tokenOf(
  at: Pick<Application, 'url'>,
  username: string,
  password = testPassword,
): Promise<string> {
  const { status, body } = await ask(at, '/api/auth/login', { body: { username, password } });
  if (status !== 200) throw new Error(`${username}: ${JSON.stringify(body)}`);
  return body.accessToken;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
      server.close(() => done(port));
    });
  });
}
