import { expect, type Locator, type Page } from '@playwright/test';

/** The page's newest list of that label. */
export const boxOf = (page: Page, name: string) =>
  page.getByRole('combobox', { name, exact: true }).last();

/**
 * Chooses one of a list's options by its words, the whole words before a part of them, and leaves
 * no list open over what stands below it.
 */
export async function choose(box: Locator, option: string) {
  const page = box.page();
  await box.click();
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  if (await box.isEditable()) await page.keyboard.type(option);
  const options = page.locator('.ant-select-item-option:visible');
  const like = options.filter({ hasText: option }).first();
  await expect(like).toBeVisible();
  const same = options.filter({ has: page.getByText(option, { exact: true }) });
  await ((await same.count()) > 0 ? same.first() : like).click();
  // A list of several stays open for the next one.
  const several = page.locator('.ant-select-multiple').filter({ has: box });
  if ((await several.count()) > 0) await page.keyboard.press('Escape');
  await expect(box).toHaveAttribute('aria-expanded', 'false');
}
