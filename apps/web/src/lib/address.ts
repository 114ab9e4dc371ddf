import type { EndpointShape } from '@xuanpai/contracts/endpoint';

interface Parts {
  params?: unknown;
  query?: unknown;
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** Empty values are left out; several values are joined by commas. */
export function queryString(query: unknown): string {
  const search = new URLSearchParams();
  for (const [name, value] of entriesOf(query)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (text !== '') search.set(name, text);
  }
  return search.toString();
}

/** The address of an endpoint: `:name` filled in, then the query. */
export function addressOf(endpoint: Pick<EndpointShape, 'path'>, parts: Parts = {}): string {
  const params = new Map(entriesOf(parts.params));
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params.get(name);
    if (value === undefined || value === null || value === '') {
      throw new TypeError(`${endpoint.path} needs ${name}`);
    }
    return encodeURIComponent(String(value));
  });
  const query = queryString(parts.query);
  return query === '' ? path : `${path}?${query}`;
}
