import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { plainEnvironment } from './cluster.ts';
import { commandOf } from './processes.ts';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/**
 * Gives the living server of the cluster as its postmaster.pid names it. A file that a crash left
 * behind is removed when its number now belongs to another program, which PostgreSQL can't tell.
 * One of a dead server stays: PostgreSQL needs it to see whether parts of that server still run.
 */
export function livingPostmaster(cluster: string): Postmaster | null {
  const file = join(cluster, 'postmaster.pid');
  const lines = readIfThere(file).split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!pid) return null;
  const command = commandOf(pid);
  if (command.includes(cluster)) return port ? { pid, port } : null;
  if (command !== '' && !command.includes('postgres')) rmSync(file, { force: true });
  return null;
}

/**
 * Starts the server in a session of its own, so that Ctrl-C in the terminal reaches it only through
 * us, last. Its output goes to `postgres.log`.
 */
export function spawnPostmaster(
  postgres: string,
  dataDir: string,
  port: number,
  account: Account,
  settings: Readonly<Record<string, string>>,
): ChildProcess {
  const all = { ...ownSettings, port: String(port), ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile(dataDir), logIsLong(dataDir) ? 'w' : 'a', 0o600);
  const child = spawn(postgres, ['-D', join(dataDir, 'pg'), ...flags], {
    cwd: '/',
    env: plainEnvironment,
    detached: true,
    stdio: ['ignore', log, log],
    ...account,
  });
  closeSync(log);
  child.unref();
  return child;
}

/** Only this machine reaches it, by password; a statement whose client is gone ends within a second. */
const ownSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  client_connection_check_interval: '1s',
};

/** Gives the port recorded in the folder when it is free, else another free one. */
export async function choosePort(dataDir: string): Promise<number> {
  const recorded = Number(readIfThere(join(dataDir, 'port')));
  return (await freePort(recorded)) ?? (await freePort(0)) ?? 0;
}

function freePort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const free = typeof address === 'object' ? (address?.port ?? null) : null;
      server.close(() => resolve(free));
    });
  });
}

/** What the server said last. */
export function logTail(dataDir: string) {
  return readIfThere(logFile(dataDir)).trim().split('\n').slice(-12).join('\n');
}

function logFile(dataDir: string) {
  return join(dataDir, 'postgres.log');
}

function logIsLong(dataDir: string) {
  return (statSync(logFile(dataDir), { throwIfNoEntry: false })?.size ?? 0) > 10_000_000;
}

function readIfThere(file: string) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
