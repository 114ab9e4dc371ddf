import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { IssuedDistrict } from './issued-district.ts';
import { password } from './password.ts';
import { copyTemplate, newDataDir, type Template } from './templates.ts';

const root = resolve(import.meta.dirname, '../../..');

export interface System {
  url: string;
  /** Ends the process as an upgrade does; `start` brings it back on the same port and data. */
  halt(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  seed: 'demo' | 'history' | 'none';
  /** The sample district's plan is issued already. */
  issued?: boolean;
  /** A name of the office's network, over plain http; localhost otherwise. */
  host?: string;
  env?: Record<string, string>;
}

/** Starts the built application as `npm start` does, on a data folder and port of its own. */
export async function startSystem({
  seed,
  issued = false,
  host,
  env = {},
}: Options): Promise<System> {
  const dataDir = newDataDir();
  if (seed === 'demo') await fillFrom(issued ? 'issued' : 'demo', dataDir);
  const port = await freePort();
  const settings = {
    PORT: String(port),
    DATA_DIR: dataDir,
    SEED: seed,
    DEMO_PASSWORD: password,
    ...unhurried,
    ...(host ? { PUBLIC_URL: `http://${host}:${port}`, ALLOW_HTTP: '1' } : {}),
    ...env,
  };
  const url = `http://localhost:${port}`;
  let child = await startProcess(url, settings);
  const halt = () => ended(child);
  return {
    url: host ? `http://${host}:${port}` : url,
    halt,
    async start() {
      child = await startProcess(url, settings);
    },
    async stop() {
      await halt();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Districts are filled, and several people click, faster than anybody does. */
const unhurried = { READS_PER_MINUTE: '1000000', WRITES_PER_MINUTE: '1000000' };

/** The sample district, and what is done to it, by the application itself. */
function fillFrom(name: Template, dataDir: string): Promise<void> {
  return copyTemplate(name, dataDir, async (folder) => {
    if (name === 'issued') await fillFrom('demo', folder);
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const settings = {
      PORT: String(port),
      DATA_DIR: folder,
      SEED: 'demo',
      DEMO_PASSWORD: password,
      ...unhurried,
    };
    const child = await startProcess(url, settings);
    if (name === 'issued') await IssuedDistrict.of(url);
    await ended(child);
  });
}

async function startProcess(url: string, settings: Record<string, string>) {
  const child = spawn(process.execPath, [join(root, 'apps/api/dist/main.js')], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  await ready(url, child, output);
  return child;
}

async function ready(url: string, child: ChildProcess, output: string[]) {
  const deadline = Date.now() + 150_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`the application did not start:\n${output.join('')}`);
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null) return done();
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? done(address.port) : fail(new Error('no port')),
      );
    });
  });
}
