import { test as base, expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { slowDown, slowest } from './interactions.ts';
import { password } from './password.ts';
import { quietFor, stirred, watchRequests } from './requests.ts';
import type { System } from './system.ts';
import { type SystemOptions, Systems } from './systems.ts';

export { expect, type Page } from '@playwright/test';

/** A system of the seed that the file sets by `test.use`. */
export const test = base.extend<
  {
    watched: undefined;
    measured: undefined;
    cuts: boolean;
    slowedCpu: number;
    system: System;
  } & SystemOptions,
  { systems: Systems }
>({
  seed: ['demo', { option: true }],
  /** The sample district's plan is issued already. */
  issued: [false, { option: true }],
  /** Files that name another district don't share a system. */
  district: ['', { option: true }],
  /** A name of the office's network instead of localhost. */
  host: ['', { option: true }],
  /** Further environment of the server. */
  environment: [{}, { option: true }],
  /** The connection is cut on purpose: the browser may complain of that. */
  cuts: [false, { option: true }],
  /** How many times slower than this machine's the processor of the page is. */
  slowedCpu: [1, { option: true }],
  // Beside the options, not among them: another worker with another browser would take seconds.
  systems: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern, this asks for nothing
    async ({}, use) => {
      const systems = new Systems();
      await use(systems);
      await systems.stop();
    },
    { scope: 'worker' },
  ],
  system: [
    async ({ systems, seed, issued, host, environment, district }, use) => {
      await use(await systems.of({ seed, issued, host, environment, district }));
    },
    { timeout: 180_000 },
  ],
  baseURL: async ({ system }, use) => use(system.url),
  /** Nothing is fetched from outside, and the page's console stays free of errors. */
  watched: [
    async ({ page, system, cuts }, use) => {
      const expected = cuts ? /status of [45]\d\d|net::ERR_/ : /status of 4\d\d/;
      const wrong: string[] = [];
      watchRequests(page);
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== system.url) wrong.push(request.url());
      });
      page.on('pageerror', (error) => wrong.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error' && !expected.test(message.text())) {
          wrong.push(message.text());
        }
      });
      await use(undefined);
      expect(wrong).toEqual([]);
    },
    { auto: true },
  ],
  /** On a slowed processor: what the slowest interactions took, for docs/long-tests.md. */
  measured: [
    async ({ page, slowedCpu }, use, { annotations }) => {
      const found = slowedCpu > 1 ? await slowDown(page, slowedCpu) : null;
      await use(undefined);
      if (found) annotations.push({ type: 'measured', description: slowest(found) });
    },
    { auto: true },
  ],
});

/** Signs in by the form, as a person does. */
export async function signIn(page: Page, username: string, secret = password) {
  await page.goto('/');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('口令', { exact: true }).fill(secret);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

/** By the user's menu. */
export async function signOut(page: Page) {
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
}

/** Waits until the page has said its answer: nothing is opened or read any more. */
export async function settled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect.poll(() => quietFor(page), { intervals: [50] }).toBeGreaterThan(150);
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

/** Goes to a page as a link does, with nothing loaded anew, and waits until it has said its answer. */
export async function visit(page: Page, path: string) {
  await page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );
  stirred(page);
  await settled(page);
}

/** What axe finds on the page by WCAG 2.2 A and AA: a line for each element. */
export async function axeFindings(
  page: Page,
  rules: 'all' | 'contrast' = 'all',
): Promise<string[]> {
  await page.evaluate(axe.source);
  const runOnly =
    rules === 'all'
      ? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      : { type: 'rule', values: ['color-contrast'] };
  // What passes is neither described nor sent: on a sheet of 255 rows that is most of the time.
  const options = { runOnly, resultTypes: ['violations'] };
  const violations = await page.evaluate<axe.Result[]>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}
