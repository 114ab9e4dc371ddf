import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cache } from './places.mjs';

const file = join(cache, 'bootstrap.lock');

/** Runs `work` while no other command of this checkout installs or builds. */
export async function alone(work) {
  mkdirSync(cache, { recursive: true });
  for (let told = false; !take(); ) {
    if (breakStale()) continue;
    if (!told) console.log('另一个命令正在准备，等它完成… (another command is preparing, waiting)');
    told = true;
    await wait(200);
  }
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

/** Linked into place with the number already in it, so that nobody reads half a lock. */
function take() {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** The holder was killed: its lock is moved away, and put back should it be a new one by now. */
function breakStale() {
  if (isHeld(file)) return false;
  const moved = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, moved);
    if (isHeld(moved)) linkSync(moved, file);
  } catch (error) {
    // Another waiter was quicker.
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  rmSync(moved, { force: true });
  return true;
}

function isHeld(path) {
  try {
    process.kill(Number(readFileSync(path, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function release() {
  rmSync(file, { force: true });
}
