import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { signIn } from './test.ts';

/** Somebody of the office in a browser of their own, on a township's sheet. */
export async function open(browser: Browser, url: string, who: string, path: string) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  await signIn(page, who);
  await page.goto(path);
  await expect(page.getByRole('grid')).toBeVisible();
  return { page, context };
}

export async function close(...opened: { context: BrowserContext }[]) {
  for (const { context } of opened) await context.close();
}

/** The cell of a person's day; rows count from 0, days from 1, `before` days of the month before stand first. */
export function cellOf(page: Page, row: number, day: number, before = 0) {
  const rows = page.getByRole('grid').locator('[data-row]');
  return rows
    .nth(row)
    .locator('[data-col]')
    .nth(3 + before + day - 1);
}

export async function saved(page: Page) {
  await expect(page.getByText('已保存', { exact: true })).toBeVisible();
}

/** Pastes what Excel puts on the clipboard: the same range as text and as HTML. */
export async function pasteFromExcel(page: Page, rows: readonly (readonly string[])[]) {
  const text = `${rows.map((row) => row.join('\t')).join('\r\n')}\r\n`;
  const cells = rows.map(
    (row) => `<tr>${row.map((cell) => `<td class=xl65>${cell}</td>`).join('')}</tr>`,
  );
  const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><!--StartFragment--><table>${cells.join('')}</table><!--EndFragment--></body></html>`;
  await page.evaluate(`(() => {
    const data = new DataTransfer();
    data.setData('text/plain', ${JSON.stringify(text)});
    data.setData('text/html', ${JSON.stringify(html)});
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  })()`);
}

/** Presses the page's next step and says yes. */
export async function take(page: Page, act: string, done: string) {
  await page.getByRole('button', { name: act, exact: true }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click();
  await expect(page.getByText(done, { exact: true }).first()).toBeVisible();
}
