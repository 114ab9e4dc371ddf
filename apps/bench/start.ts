import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { heldBy, heldWithChildren } from './lib/memory.ts';
import { newFolder, startOffice } from './lib/office.ts';
import { printTable } from './lib/table.ts';

/** Seconds without a request until memory is read. */
const idle = 30;

const folder = newFolder();
const rows = [
  await start('cold: an empty folder'),
  await start('warm: the folder of before'),
  await start('warm, again'),
];
rmSync(folder, { recursive: true, force: true });
printTable(
  'Start, and memory idle',
  ['start', 's to the first answer', 'API MiB', 'PostgreSQL MiB'],
  rows,
  `The built application with its embedded PostgreSQL; cold with initdb, migrations and the import of the sample district's five workbooks. Memory after each list was read and ${idle} s without a request: resident for the API with its threads, proportional for PostgreSQL's processes together.`,
);

async function start(name: string): Promise<(string | number)[]> {
  const began = performance.now();
  const office = await startOffice(folder);
  const seconds = (performance.now() - began) / 1000;
  try {
    for (const list of ['cadres', 'villages', 'units', 'assignments']) {
      await office.get(`/api/${list}`);
    }
    await wait(idle * 1000);
    const [api, database] = [heldBy(office.pid), heldWithChildren(office.databasePid)];
    return [name, seconds.toFixed(1), Math.round(api), Math.round(database)];
  } finally {
    await office.close();
  }
}
