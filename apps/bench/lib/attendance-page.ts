import { existsSync } from 'node:fs';
import puppeteer, { type Page } from 'puppeteer-core';
import { median } from './load.ts';
import { type Office, password } from './office.ts';
import { printTable } from './table.ts';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** The sheet in Chromium: how soon it can be used, and how long a key press takes to its cell. */
export async function attendancePage(office: Office, month: string): Promise<void> {
  if (!existsSync(executablePath)) throw new Error(`${executablePath} is missing`);
  const address = office.address.replace('127.0.0.1', 'localhost');
  // One township with the whole district's 255, of the last term.
  await office.pool.query(
    `UPDATE village SET township_id = (SELECT id FROM region WHERE name = '郑旺镇' AND level = 'township')`,
  );
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1366, height: 768 });
    await signIn(page, address);
    const { rows } = await office.pool.query<{ id: string }>(
      `SELECT id FROM region WHERE name = '郑旺镇' AND level = 'township'`,
    );
    const path = `${address}/attendance/${rows[0]?.id}/${month}`;
    const opened: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      await page.goto('about:blank');
      const began = performance.now();
      await page.goto(path);
      await page.waitForSelector('[role=grid] [role=gridcell]');
      await page.evaluate('new Promise(requestAnimationFrame)');
      if (turn > 0) opened.push(performance.now() - began);
    }
    const count = await page.$$eval('[role=grid] [role=row]', (all) => all.length);
    const lines: string[][] = [
      ['page opened and grid painted', median(opened).toFixed(0), Math.max(...opened).toFixed(0)],
    ];
    for (const rate of [1, 4]) {
      await page.emulateCPUThrottling(rate);
      const took = await keyPresses(page);
      lines.push([
        `key press to painted cell${rate === 1 ? '' : `, CPU slowed ${rate} times`}`,
        median(took).toFixed(0),
        Math.max(...took).toFixed(0),
      ]);
    }
    printTable(
      `The sheet in Chromium, ${count} rows, milliseconds`,
      ['what', 'median', 'longest'],
      lines,
      `1366 × 768, ${await browser.version()}; opened by its address five times with the cache of the visit before; 40 letters, each from the key's event to the second frame after the cell shows its sign.`,
    );
  } finally {
    await browser.close();
  }
}

async function signIn(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForSelector('input[name=password]', { timeout: 60_000 });
  await page.type('input[name=username]', 'officer');
  await page.type('input[name=password]', password);
  await page.click('button[type=submit]');
  await page.waitForSelector('nav', { timeout: 60_000 });
}

/** Types letters into cells of the sheet, one after the other; milliseconds of each. */
async function keyPresses(page: Page): Promise<number[]> {
  const took: number[] = [];
  const cells = await page.$$('[role=grid] [role=gridcell][data-col]');
  for (let at = 0; took.length < 40 && at < cells.length; at += 11) {
    const cell = cells[at];
    const sign = await cell?.evaluate((element) => element.textContent?.trim());
    if (!cell || (sign !== '√' && sign !== '外')) continue;
    await cell.click();
    await page.evaluate(watchNextKey(sign === '√' ? '外' : '√'));
    await page.keyboard.press(sign === '√' ? 'w' : 'v');
    took.push((await page.evaluate('window.painted')) as number);
  }
  return took;
}

// As text: the page's names are not this program's.
const watchNextKey = (sign: string) => `window.painted = new Promise((painted) => {
  document.addEventListener('keydown', () => {
    const began = performance.now();
    const cell = document.activeElement;
    const look = () => {
      if (cell.textContent.trim() !== '${sign}' && performance.now() - began < 2000) {
        requestAnimationFrame(look);
      } else requestAnimationFrame(() => painted(performance.now() - began));
    };
    requestAnimationFrame(look);
  }, { once: true, capture: true });
}); undefined`;
