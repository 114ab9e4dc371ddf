import { existsSync } from 'node:fs';
import puppeteer, { type Browser } from 'puppeteer-core';
import { password, startOffice } from './lib/office.ts';
import { type Device, headings, measurePage } from './lib/page-scores.ts';
import { routeScripts } from './lib/route-scripts.ts';
import { printTable } from './lib/table.ts';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
if (!existsSync(executablePath)) throw new Error(`${executablePath} is missing`);

printTable(
  'Script by page, kB',
  ['page', 'as run', 'gzip', 'brotli', 'own, gzip'],
  routeScripts(),
  'All that loads before the page stands, opened by its address; own: what is not there from the pages before.',
);

const office = await startOffice();
const address = office.address.replace('127.0.0.1', 'localhost');
const batches = await office.get<{ items: { id: string }[] }>('/api/batches');
const plan = await office.post<{ id: string }>(`/api/batches/${batches.items[0]?.id}/plans`);
await solve(plan.id);

const pages = [
  ['workbench', '/'],
  ['villages', '/villages'],
  ['cadres', '/cadres'],
  ['eligibility', '/batch/eligibility'],
  ['coverage', '/batch/coverage'],
  ['policy', '/batch/policy'],
  ['import', '/batch/import'],
  ['plan board', `/plans/${plan.id}`],
  ['assignments', '/assignments'],
] as const;

for (const device of ['desktop', 'mobile'] as const) {
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    printTable(
      `Lighthouse, ${device}`,
      headings,
      await rowsOf(browser, device),
      `The middle of three runs by performance, Lighthouse's own throttling of its ${device} preset, empty cache, ${await browser.version()}.`,
    );
  } finally {
    await browser.close();
  }
}
await office.close();

async function solve(id: string) {
  const { runId } = await office.post<{ runId: string }>(`/api/plans/${id}/solve`);
  for (;;) {
    const { status } = await office.get<{ status: string }>(`/api/plans/${id}/runs/${runId}`);
    if (status === 'done') return;
    if (status !== 'queued' && status !== 'running') throw new Error(status);
    await new Promise((next) => setTimeout(next, 200));
  }
}

async function rowsOf(browser: Browser, device: Device) {
  const rows = [await measurePage(browser, 'sign-in', `${address}/sign-in`, device)];
  await signIn(browser);
  for (const [name, path] of pages) {
    rows.push(await measurePage(browser, name, address + path, device));
  }
  return rows;
}

/** By the form; the session's cookie then serves every page of the browser. */
async function signIn(browser: Browser) {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForSelector('input[name=password]', { timeout: 60_000 });
  await page.type('input[name=username]', 'planner');
  await page.type('input[name=password]', password);
  await page.click('button[type=submit]');
  await page.waitForSelector('nav', { timeout: 60_000 });
  await page.close();
}
