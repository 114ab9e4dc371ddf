import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, cache } from './places.mjs';

const left = new Set(['node_modules', 'dist', 'generated']);

/** Hash of the files under `paths` (files or folders of the checkout), tests left out, and of `more`. */
export function hashOf(paths, more = []) {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, path);
  hash.update(JSON.stringify(more));
  return hash.digest('hex');
}

function addTo(hash, path) {
  let names;
  try {
    names = readdirSync(at(path));
  } catch (error) {
    if (error.code === 'ENOTDIR') hash.update(`${path}\0`).update(readFileSync(at(path)));
    else if (error.code !== 'ENOENT') throw error;
    return;
  }
  for (const name of names.sort()) {
    if (!left.has(name) && !/\.test\.tsx?$/.test(name)) addTo(hash, join(path, name));
  }
}

/** Whether the step was done on inputs with this hash and its `output` is there. */
export function isDone(step, hash, output) {
  try {
    return JSON.parse(readFileSync(stampOf(step), 'utf8')).hash === hash && existsSync(at(output));
  } catch {
    return false;
  }
}

/** The step begins: until it is done, it isn't. */
export function clear(step) {
  rmSync(stampOf(step), { force: true });
}

export function done(step, hash) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(stampOf(step), `${JSON.stringify({ hash, at: new Date().toISOString() })}\n`);
}

function stampOf(step) {
  return join(cache, `${step}.json`);
}
