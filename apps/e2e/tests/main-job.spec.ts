import { readFile } from 'node:fs/promises';
import { takeLetters } from '../lib/letters.ts';
import { fromSampleToIssued } from '../lib/main-job.ts';
import { axeFindings, expect, settled, test, visit } from '../lib/test.ts';

test.use({ seed: 'demo', district: 'main-job' });

test('from the sample district to an issued plan of 255', async ({ page, slowedCpu }) => {
  test.setTimeout(300_000 * slowedCpu);
  await fromSampleToIssued(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /选派名册/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/选派名册.*\.xlsx$/);
  const bytes = await readFile((await file.path()) ?? '');
  expect(bytes.subarray(0, 2).toString()).toBe('PK');

  await takeLetters(page);

  // Pages that have something to say only after the issue.
  for (const path of [
    '/',
    '/batch',
    '/plans',
    '/assignments?on=2015-06-01',
    '/assignments/telephones',
    '/assignments/letters',
    '/assignments/letters?kind=townshipNotice&template=1',
  ]) {
    await visit(page, path);
    expect(await axeFindings(page), path).toEqual([]);
  }
  for (const register of ['/villages', '/cadres']) {
    await visit(page, register);
    await page.getByRole('table').first().locator('tbody tr').first().click();
    await page.getByRole('complementary').getByRole('link', { name: '打开全页' }).first().click();
    await page.waitForURL(`**${register}/*`);
    await settled(page);
    expect(await axeFindings(page), page.url()).toEqual([]);
  }
});
