import { expect, type Page } from './test.ts';

/** On the board: whatever is solved is solved, and nobody waits for its proof. */
export async function proofEnded(page: Page) {
  const stop = page.getByRole('button', { name: '不再证明' });
  const again = page.getByRole('button', { name: '重新测算' });
  await expect(stop.or(again)).toBeVisible();
  // It may end by itself in this moment.
  if (await stop.isVisible()) await stop.click({ timeout: 5_000 }).catch(() => undefined);
  await expect(again).toBeVisible({ timeout: 60_000 });
}
