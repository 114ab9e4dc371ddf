import { expect, type Page, settled, signIn, test } from '../lib/test.ts';

test.use({ seed: 'demo', district: 'slow-line' });

/** 1 Mbit/s with the delay of a line through a district's network, nothing in the cache. */
async function slowLine(page: Page) {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 40,
    downloadThroughput: 1_000_000 / 8,
    uploadThroughput: 1_000_000 / 8,
  });
}

test('the first visit over a line of 1 Mbit/s', async ({ page }) => {
  await slowLine(page);
  const begin = Date.now();
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.getByLabel('用户名')).toBeVisible();
  const signInPage = Date.now() - begin;

  await signIn(page, 'planner');
  await settled(page);
  const opened: string[] = [];
  for (const path of ['/', '/batch/eligibility', '/villages', '/batch/policy']) {
    const from = Date.now();
    await page.goto(path, { waitUntil: 'commit' });
    await settled(page);
    opened.push(`${path} ${seconds(Date.now() - from)}`);
  }
  test.info().annotations.push({
    type: 'measured',
    description: `sign-in page ${seconds(signInPage)}; then until all is read: ${opened.join(', ')}`,
  });
});

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
