import lighthouse, { desktopConfig, type Result } from 'lighthouse';
import type { Browser } from 'puppeteer-core';

export type Device = 'desktop' | 'mobile';

export const headings = [
  'page',
  'performance',
  'accessibility',
  'best practices',
  'FCP s',
  'LCP s',
  'TBT ms',
  'CLS',
  'script kB',
  'all kB',
];

const runs = 3;

/** One page with an empty cache, the session kept: the middle of its runs, by `headings`. */
export async function measurePage(browser: Browser, name: string, url: string, device: Device) {
  const results: Result[] = [];
  for (let run = 0; run < runs; run += 1) results.push(await oneRun(browser, url, device));
  results.sort((a, b) => scoreOf(a, 'performance') - scoreOf(b, 'performance'));
  const middle = results[Math.floor(runs / 2)] as Result;
  if (process.env.BENCH_DETAILS) printDetails(name, middle);
  const figure = (audit: string) => middle.audits[audit]?.numericValue ?? 0;
  return [
    name,
    scoreOf(middle, 'performance'),
    scoreOf(middle, 'accessibility'),
    scoreOf(middle, 'best-practices'),
    (figure('first-contentful-paint') / 1000).toFixed(2),
    (figure('largest-contentful-paint') / 1000).toFixed(2),
    Math.round(figure('total-blocking-time')),
    figure('cumulative-layout-shift').toFixed(3),
    ...transferred(middle.audits['network-requests']?.details),
  ];
}

async function oneRun(browser: Browser, url: string, device: Device): Promise<Result> {
  const page = await browser.newPage();
  // Lighthouse would empty the cache only together with the cookies, which hold the session.
  const protocol = await page.createCDPSession();
  await protocol.send('Network.clearBrowserCache');
  await protocol.detach();
  const result = await lighthouse(
    url,
    {
      onlyCategories: ['performance', 'accessibility', 'best-practices'],
      disableStorageReset: true,
      logLevel: 'error',
    },
    device === 'desktop' ? desktopConfig : undefined,
    page,
  );
  await page.close();
  if (!result) throw new Error(`no result for ${url}`);
  const { runtimeError, finalDisplayedUrl } = result.lhr;
  if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
  if (new URL(finalDisplayedUrl).pathname !== new URL(url).pathname) {
    throw new Error(`${url} led to ${finalDisplayedUrl}`);
  }
  return result.lhr;
}

function scoreOf({ categories }: Result, category: string): number {
  return Math.round((categories[category]?.score ?? 0) * 100);
}

/** What cost points, for whoever mends it: `BENCH_DETAILS=1`. */
function printDetails(name: string, { audits }: Result) {
  for (const { score, id, displayValue, title } of Object.values(audits)) {
    if (score !== null && score < 0.9) console.log(name, score, id, title, displayValue ?? '');
  }
}

interface Sent {
  resourceType?: string;
  transferSize?: number;
}

/** Script, and everything, in kB. */
function transferred(details: unknown): [number, number] {
  const items = (details as { items?: Sent[] } | undefined)?.items ?? [];
  const kB = (sent: Sent[]) =>
    Math.round(sent.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0) / 1000);
  return [kB(items.filter(({ resourceType }) => resourceType === 'Script')), kB(items)];
}
