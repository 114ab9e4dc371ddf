import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backupName, rotate, underFinalName } from './folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xuanpai-folder-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (day: number) => backupName(new Date(2015, 3, day, 9, 30, 0));

it('names backups so that their names sort by time', () => {
  expect(at(4)).toBe('xuanpai-20150404-093000.tar.gz.age');
});

it('keeps the newest, and whatever is no backup of ours', async () => {
  const files = [at(1), at(2), at(3), 'notes.txt', 'xuanpai-before-upgrade.tar.gz.age'];
  for (const name of files) await writeFile(join(folder, name), '');
  expect(await rotate(folder, 2)).toEqual([at(1)]);
  expect((await readdir(folder)).sort()).toEqual(files.slice(1).sort());
});

it('removes what a backup that was killed left, not what one is writing', async () => {
  const [left, writing] = [`${at(1)}.part`, `${at(2)}.part`];
  for (const name of [left, writing]) await writeFile(join(folder, name), '');
  await utimes(join(folder, left), 0, 0);
  expect(await rotate(folder, 14)).toEqual([left]);
});

it('gives a file its name only when it is whole', async () => {
  const file = join(folder, 'new', at(1));
  const failing = underFinalName(file, async (part) => {
    await writeFile(part, 'half');
    throw new Error('disk full');
  });
  await expect(failing).rejects.toThrow('disk full');
  expect(await readdir(join(folder, 'new'))).toEqual([]);
  await underFinalName(file, (part) => writeFile(part, 'whole'));
  expect(existsSync(file)).toBe(true);
});
