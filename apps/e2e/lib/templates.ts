import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The sample district as `SEED=demo` makes it; the same with its plan issued. */
export type Template = 'demo' | 'issued';

/** Of one run: its workers have the same parent. */
function folderOf(run: number): string {
  return join(tmpdir(), `xuanpai-e2e-templates-${run}`);
}

/** A data folder that the account of PostgreSQL can reach too. */
export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xuanpai-e2e-'));
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * Fills a data folder from a template, which the first who asks makes by `fill`: a district is made
 * once a run and not once a file. Who asks meanwhile waits for it.
 */
export async function copyTemplate(
  name: Template,
  dataDir: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  const templates = folderOf(process.ppid);
  const kept = join(templates, name);
  mkdirSync(templates, { recursive: true, mode: 0o755 });
  while (!existsSync(kept)) {
    if (!(await alone(`${kept}.making`, () => make(kept, fill)))) await wait(100);
  }
  execFileSync('cp', ['-a', `${kept}/.`, dataDir]);
}

async function make(kept: string, fill: (folder: string) => Promise<void>) {
  if (existsSync(kept)) return;
  const folder = newDataDir();
  await fill(folder);
  renameSync(folder, kept);
}

/** Does `work` unless another is at it; a folder says so. */
async function alone(sign: string, work: () => Promise<void>): Promise<boolean> {
  try {
    mkdirSync(sign);
  } catch {
    return false;
  }
  try {
    await work();
    return true;
  } finally {
    rmSync(sign, { recursive: true });
  }
}

/** Playwright's global teardown. */
// biome-ignore lint/style/noDefaultExport: Playwright takes what a file gives by default
export default function removeTemplates() {
  rmSync(folderOf(process.pid), { recursive: true, force: true });
}
