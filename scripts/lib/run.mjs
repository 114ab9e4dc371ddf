import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { adviceFor } from './advice.mjs';
import { cache, root } from './places.mjs';
import { Stop } from './stop.mjs';

/**
 * Runs a tool quietly and gives its output. When it fails: its last lines, where the rest is, and
 * what to do.
 */
export async function runTool(step, command, args, { cwd = root } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: toolEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      output += text;
    });
  }
  const end = await withChild(child);
  if (end.code === 0) return output;
  throw toolFailed(step, `${output}\n${end.error ?? ''}${end.signal ?? ''}`.trim());
}

/** Runs a tool in the terminal and gives its exit code. */
export async function runShown(command, args, { cwd = root, env = {} } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  const end = await withChild(child);
  return end.code ?? 1;
}

/** Runs a tool in the terminal and gives its exit code and what it printed. */
export async function runHeard(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: ['inherit', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    process.stdout.write(text);
  });
  const { code } = await withChild(child);
  return { code: code ?? 1, output };
}

/** Whoever ends us ends the child as well. */
export function withChild(child) {
  const pass = (signal) => {
    child.kill(signal);
    process.exitCode = 130;
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, error: error.message }));
    child.once('close', (code, signal) => resolve({ code, signal }));
  }).finally(() => {
    for (const signal of signals) process.removeListener(signal, pass);
  });
}

/** npm and pnpm keep caches in a home; without one that can be written, they get one in the checkout. */
function toolEnvironment() {
  const quiet = {
    CI: 'true',
    NO_COLOR: '1',
    npm_config_update_notifier: 'false',
  };
  const home = process.env.HOME ?? homeOfAccount();
  const places = [home, join(home, '.npm'), process.env.npm_config_cache];
  if (home && places.every(mayWrite)) return { ...process.env, HOME: home, ...quiet };
  const own = join(cache, 'home');
  mkdirSync(own, { recursive: true });
  const rest = Object.entries(process.env).filter(([name]) => !name.startsWith('XDG_'));
  return {
    ...Object.fromEntries(rest),
    HOME: own,
    npm_config_cache: join(own, '.npm'),
    ...quiet,
  };
}

/** An account without an entry in /etc/passwd, as in containers, has none. */
function homeOfAccount() {
  try {
    return homedir();
  } catch {
    return '';
  }
}

/** Whether a folder can be written; one that isn't there yet is judged by the one above it. */
function mayWrite(folder) {
  if (!folder) return true;
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch (error) {
    return error.code === 'ENOENT' && folder !== dirname(folder) && mayWrite(dirname(folder));
  }
}

function toolFailed(step, output) {
  mkdirSync(cache, { recursive: true });
  const log = join(cache, `${step}.log`);
  writeFileSync(log, `${output}\n`);
  const tail = output.split('\n').slice(-25).join('\n');
  return new Stop(`${tail}\n\n${adviceFor(output)}\n全部输出 (whole output): ${log}`);
}
