import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { launchOptions } from '../playwright.config.ts';

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

export interface Finished {
  code: number | null;
  /** Of both streams. */
  output: string;
}

/** A folder in which commands run as an ordinary account, with no network but the machine's own. */
export interface Server {
  /** False: this machine doesn't let us cut the network off. */
  readonly cut: boolean;
  /** The account's home, where commands begin. */
  readonly home: string;
  /** A Chromium that sees the same network. */
  readonly chromium: string;
  /** The network devices that the commands see. */
  readonly devices: string[];
  start(command: string): ChildProcess;
  run(command: string): Promise<Finished>;
  close(): void;
}

export async function serverWithoutNetwork(): Promise<Server> {
  const home = mkdtempSync(join(tmpdir(), 'xuanpai-server-'));
  chmodSync(home, 0o755);
  if (isRoot) chownSync(home, nobody, nobody);
  const holder = await holdNetwork();
  const [enter = 'env', ...entering] = holder ? intoNetworkOf(holder) : ['env'];
  const ordinary = isRoot
    ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']
    : [];
  // Of this machine's Node.js, the archive must not need anything.
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: home, LANG: 'C.UTF-8' };
  const start = (command: string) =>
    spawn(enter, [...entering, ...ordinary, 'sh', '-c', command], { cwd: home, env });
  const browser = join(home, 'chromium.sh');
  writeFileSync(
    browser,
    `#!/bin/sh\nexec ${[enter, ...entering].join(' ')} ${launchOptions.executablePath} "$@"\n`,
  );
  chmodSync(browser, 0o755);
  return {
    cut: holder !== null,
    home,
    chromium: browser,
    devices: devicesOf(holder?.pid ?? process.pid),
    start,
    async run(command) {
      const child = start(`exec 2>&1; ${command}`);
      const ended = new Promise<number | null>((done) => child.once('close', done));
      const output = await text(child.stdout);
      return { output, code: await ended };
    },
    close() {
      holder?.kill('SIGKILL');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A process that keeps an empty network alive; null where that isn't allowed. */
async function holdNetwork(): Promise<ChildProcess | null> {
  const user = isRoot ? [] : ['--user', '--map-current-user', '--keep-caps'];
  const flags = [...user, '--net', 'sh', '-c', 'ip link set lo up && echo up && exec sleep 86400'];
  const holder = spawn('unshare', flags, { stdio: ['ignore', 'pipe', 'ignore'] });
  const up = await new Promise<boolean>((done) => {
    holder.stdout.once('data', () => done(true));
    holder.once('error', () => done(false));
    holder.once('exit', () => done(false));
  });
  if (!up) return null;
  // Root's own network can be left by nsenter only where the machine allows that too.
  const [enter = '', ...entering] = intoNetworkOf(holder);
  return spawnSync(enter, [...entering, 'true']).status === 0 ? holder : null;
}

function intoNetworkOf({ pid }: ChildProcess): string[] {
  const user = isRoot ? [] : ['--user', '--preserve-credentials'];
  return ['nsenter', `--target=${pid}`, ...user, '--net'];
}

function devicesOf(pid: number | undefined): string[] {
  const lines = readFileSync(`/proc/${pid}/net/dev`, 'utf8').split('\n').slice(2);
  return lines.map((line) => line.split(':')[0]?.trim() ?? '').filter((name) => name !== '');
}
