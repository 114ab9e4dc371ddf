import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseWorkbook } from './parse-workbook.ts';
import { bomb, rawXlsx } from './raw-workbook.ts';
import { readWorkbook } from './read-sheet.ts';

let folder = '';
let workerFile = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheet-worker-'));
  workerFile = join(folder, 'sheet-worker.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('./sheet-worker.ts', import.meta.url))],
    outfile: workerFile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
});

afterAll(() => rm(folder, { recursive: true }));

function sheetOf(rows: number, columns: number): Buffer {
  const cells = Array.from({ length: columns }, (_, at) => `<c t="str"><v>王伟${at}</v></c>`).join(
    '',
  );
  return rawXlsx({ sheets: { S: `<sheetData>${`<row>${cells}</row>`.repeat(rows)}</sheetData>` } });
}

describe('reading in a thread of its own', () => {
  it('gives what reading here gives', async () => {
    const bytes = sheetOf(6000, 5);
    expect(await readWorkbook(bytes, 'a.xlsx', { workerFile })).toEqual(
      await parseWorkbook(bytes, 'a.xlsx'),
    );
    const csv = Buffer.from('姓名,年龄\n王伟,38');
    expect(await readWorkbook(csv, 'a.csv', { workerFile })).toEqual(
      await parseWorkbook(csv, 'a.csv'),
    );
  });

  it('refuses with the same codes and details', async () => {
    const parts = { 'xl/worksheets/sheet1.xml': bomb(' ', 300) };
    await expect(
      readWorkbook(rawXlsx({ sheets: { S: '' }, parts }), 'a.xlsx', { workerFile }),
    ).rejects.toMatchObject({ name: 'SheetRefused', code: 'tooLarge', details: { unit: 'bytes' } });
  });

  it('is ended after its time', async () => {
    await expect(
      readWorkbook(sheetOf(60_000, 18), 'a.xlsx', { workerFile, timeoutMs: 100 }),
    ).rejects.toMatchObject({ code: 'timeout', details: { limit: 100 } });
  });

  it('is ended when the request is', async () => {
    const reason = new Error('the client has gone');
    const controller = new AbortController();
    const reading = readWorkbook(sheetOf(60_000, 18), 'a.xlsx', {
      workerFile,
      signal: controller.signal,
    });
    controller.abort(reason);
    await expect(reading).rejects.toBe(reason);
    await expect(
      readWorkbook(sheetOf(1, 1), 'a.xlsx', { workerFile, signal: controller.signal }),
    ).rejects.toBe(reason);
  });

  it('doesn’t take a thread that fails for a bad workbook', async () => {
    const broken = join(folder, 'broken.mjs');
    await writeFile(broken, 'throw new Error("broken thread");');
    await expect(readWorkbook(sheetOf(1, 1), 'a.xlsx', { workerFile: broken })).rejects.toThrow(
      'broken thread',
    );
    await writeFile(broken, '');
    await expect(readWorkbook(sheetOf(1, 1), 'a.xlsx', { workerFile: broken })).rejects.toThrow(
      'without an answer',
    );
  });
});
