import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

export const password = 'demo-pass-word-1';

export interface System {
  url: string;
  /** Ends the process as an upgrade does; `start` brings it back on the same port and data. */
  halt(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  seed: 'demo' | 'history' | 'none';
  /** A name of the office's network, over plain http; localhost otherwise. */
  host?: string;
  env?: Record<string, string>;
}

/** Starts the built application as `npm start` does, on a data folder and port of its own. */
export async function startSystem({ seed, host, env = {} }: Options): Promise<System> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xuanpai-e2e-'));
  chmodSync(dataDir, 0o755);
  const port = await freePort();
  const settings = {
    PORT: String(port),
    DATA_DIR: dataDir,
    SEED: seed,
    DEMO_PASSWORD: password,
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
  const deadline = Date.now() + 60_000;
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
