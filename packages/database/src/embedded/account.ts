import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The account that PostgreSQL runs as; null means our own. */
export type Account = { readonly uid: number; readonly gid: number } | null;

export function runsAsRoot() {
  return process.getuid?.() === 0;
}

/**
 * PostgreSQL refuses to run as root. Gives `postgres`, made when it isn't there, or `nobody` where
 * accounts can't be made; null for an ordinary user.
 */
export function postgresAccount(): Account {
  if (!runsAsRoot()) return null;
  return find('postgres') ?? create() ?? find('nobody') ?? { uid: 65_534, gid: 65_534 };
}

function create() {
  const flags = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  spawnSync('useradd', [...flags, 'postgres'], { stdio: 'ignore' });
  return find('postgres');
}

function find(name: string): Account {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const fields = lines.map((line) => line.split(':')).find((parts) => parts[0] === name);
  if (!fields) return null;
  return { uid: Number(fields[2]), gid: Number(fields[3]) };
}
