import type { Page, Request } from '@playwright/test';

interface Requests {
  underWay: Set<Request>;
  /** When the last one began or ended. */
  last: number;
}

const ofPage = new WeakMap<Page, Requests>();

/** Follows what a page asks for; a stream of events never ends and doesn't count. */
export function watchRequests(page: Page): Requests {
  const requests: Requests = { underWay: new Set(), last: performance.now() };
  ofPage.set(page, requests);
  page.on('request', (request) => {
    if (request.resourceType() === 'eventsource') return;
    requests.underWay.add(request);
    requests.last = performance.now();
  });
  const ended = (request: Request) => {
    requests.underWay.delete(request);
    requests.last = performance.now();
  };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  return requests;
}

/** Milliseconds for which nothing has been asked for; Playwright's own `networkidle` takes 500 to say so. */
export function quietFor(page: Page): number {
  const { underWay, last } = ofPage.get(page) ?? watchRequests(page);
  return underWay.size > 0 ? 0 : performance.now() - last;
}

/** Something was done from which the page will ask. */
export function stirred(page: Page) {
  const requests = ofPage.get(page) ?? watchRequests(page);
  requests.last = performance.now();
}
