import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';

interface Node {
  'Node Type': string;
  'Index Name'?: string;
  'Relation Name'?: string;
  Plans?: Node[];
}

/** PostgreSQL writes the plan of each statement to its log (auto_explain), on connections that begin from now on. */
export async function logPlans(pool: pg.Pool): Promise<void> {
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_format': 'json',
  };
  await pool.query("LOAD 'auto_explain'");
  for (const [name, value] of Object.entries(settings)) {
    await pool.query(`ALTER DATABASE xuanpai SET ${name} = '${value}'`);
  }
}

/** What reads a page: in one statement, or its ids, its count and its rows. */
const ofList = /page AS MATERIALIZED|hits AS MATERIALIZED| AS id FROM |AS total\b|page\(id, at\)/;

/** How the last page of a list was read: each table with its index, in the order of the plans. */
export async function scansOf(logFile: string, ask: () => Promise<unknown>): Promise<string> {
  const before = readFileSync(logFile).length;
  await ask();
  for (let seen = 0; ; ) {
    await wait(50);
    const log = readFileSync(logFile).subarray(before).toString();
    const plans = [...log.matchAll(/ plan:\n((?:\t.*\n)+)/g)].map(
      ([, json = '']) => JSON.parse(json) as { 'Query Text': string; Plan: Node },
    );
    const pages = plans.filter((plan) => ofList.test(plan['Query Text']));
    if (pages.length > 0 && pages.length === seen) {
      return [...new Set(pages.flatMap(({ Plan }) => scans(Plan)))].join(', ');
    }
    seen = pages.length;
  }
}

function scans(node: Node): string[] {
  const own = /Scan$/.test(node['Node Type']) ? scanOf(node) : [];
  return [...own, ...(node.Plans ?? []).flatMap(scans)];
}

/** `index` where a table is read by it, `all of table` where it is read from end to end. */
function scanOf(node: Node): string[] {
  if (node['Index Name']) return [node['Index Name']];
  return node['Node Type'] === 'Seq Scan' ? [`all of ${node['Relation Name']}`] : [];
}
