import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const pattern = /^xuanpai-\d{8}-\d{6}\.tar\.gz\.age$/;

/** Milliseconds after which a file that nobody writes to any more was left by a backup that was killed. */
const abandoned = 3_600_000;

/** `xuanpai-20150424-173000.tar.gz.age`, by the clock of this machine: names sort by time. */
export function backupName(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
  return `xuanpai-${day}-${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}.tar.gz.age`;
}

/**
 * Has `write` make a file beside, and gives it its name when it is whole and on disk; of one that
 * failed nothing is left. `undo` is for a signal in the middle.
 */
export async function underFinalName(
  file: string,
  write: (part: string) => Promise<void>,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const part = `${file}.part`;
  try {
    await write(part);
    await rename(part, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Removes all but the newest `keep` backups of a folder, and what killed ones left; gives the names. */
export async function rotate(folder: string, keep: number): Promise<string[]> {
  const names = (await readdir(folder)).sort();
  const old = names.filter((name) => pattern.test(name)).slice(0, -keep);
  for (const name of names.filter((other) => other.endsWith('.tar.gz.age.part'))) {
    const { mtimeMs } = await stat(join(folder, name));
    if (mtimeMs < Date.now() - abandoned) old.push(name);
  }
  for (const name of old) await rm(join(folder, name), { force: true });
  return old;
}

/** The new name is on disk as well. Windows can't open folders, and needn't. */
async function syncFolder(folder: string) {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
