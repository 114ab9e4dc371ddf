import type { Page } from '@playwright/test';

/** A click or key press of the page: milliseconds from the event until its result was painted. */
interface Interaction {
  /** The browser's number: pressing, letting go and the click of it share one. */
  id: number;
  what: string;
  milliseconds: number;
}

const inPage = `
  if (PerformanceObserver.supportedEntryTypes.includes('event')) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!entry.interactionId) continue;
        const element = entry.target;
        const said = element?.getAttribute?.('aria-label') || element?.textContent?.trim() || '';
        const where = (element?.tagName ?? 'gone').toLowerCase() + ' ' + said.slice(0, 20);
        interacted({
          id: entry.interactionId,
          what: entry.name + ' ' + where.trim() + ' at ' + location.pathname.replace(/[\\w-]{20,}/g, '…'),
          milliseconds: entry.duration,
        });
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  }`;

/** Makes the page's processor slower, and keeps what each interaction took by the browser's own event timing. */
export async function slowDown(page: Page, rate: number): Promise<Map<string, Interaction>> {
  const found = new Map<string, Interaction>();
  await page.exposeFunction('interacted', (one: Interaction) => {
    const key = `${one.id} ${page.url()}`;
    const known = found.get(key);
    if (!known || known.milliseconds < one.milliseconds) found.set(key, one);
  });
  await page.addInitScript(inPage);
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate });
  return found;
}

/** How many there were, and the slowest of them. */
export function slowest(found: Map<string, Interaction>, count = 8): string {
  const sorted = [...found.values()].toSorted((a, b) => b.milliseconds - a.milliseconds);
  const over = sorted.filter(({ milliseconds }) => milliseconds > 200).length;
  const first = sorted.slice(0, count).map((one) => `${one.milliseconds} ms ${one.what}`);
  return `${found.size} interactions of 16 ms or more, ${over} over 200 ms; slowest: ${first.join('; ')}`;
}
