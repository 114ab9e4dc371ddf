import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import type { KnownIds } from './known-ids.ts';
import type { Operation } from './operations.ts';
import { valid } from './schema-arbitrary.ts';
import { uploadTo } from './upload-arbitrary.ts';
import { spoilt, wildText, wildValue } from './wild.ts';

/** Requests to an operation: one in two as described, the others nearly so, or not at all. */
export function requestTo(operation: Operation, ids: KnownIds): fc.Arbitrary<InjectOptions> {
  const upload = operation.body !== null && 'multipart/form-data' in operation.body;
  return fc.oneof(
    { weight: upload ? 8 : 0, arbitrary: uploadTo(operation.path, ids) },
    { weight: 4, arbitrary: describedRequest(operation, ids, 'valid') },
    { weight: 3, arbitrary: describedRequest(operation, ids, 'spoilt') },
    { weight: 1, arbitrary: wildRequest(operation, ids) },
  );
}

function describedRequest(
  { method, path, parameters, body }: Operation,
  ids: KnownIds,
  how: 'valid' | 'spoilt',
): fc.Arbitrary<InjectOptions> {
  const one = ({ name, in: place, schema }: Operation['parameters'][number]) => {
    const meant = place === 'path' ? ids.ofParameter(path, name) : ids.of(name);
    const good = valid(schema, { ids, meant });
    return how === 'valid' ? good : fc.oneof(good, wildText);
  };
  const named = (place: string) => {
    const there = parameters.filter((each) => each.in === place);
    return fc.record<Record<string, unknown>>(
      Object.fromEntries(there.map((each) => [each.name, one(each)])),
      { requiredKeys: there.flatMap((each) => (each.required ? [each.name] : [])) },
    );
  };
  const schema = body?.['application/json']?.schema;
  const good = schema ? valid(schema, { ids, meant: ids.all }) : fc.constant(undefined);
  const sent = how === 'valid' ? good : good.chain((value) => fc.oneof(spoilt(value), good));
  return fc.record({ path: named('path'), query: named('query'), sent }).map((given) => ({
    method,
    url: addressOf(path, given.path, Object.entries(given.query)),
    ...(given.sent === undefined
      ? {}
      : { payload: JSON.stringify(given.sent), headers: { 'content-type': 'application/json' } }),
  }));
}

const types = [
  ...['application/json', 'application/json; charset=utf-16', 'text/plain', 'application/xml'],
  ...[
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
  ],
];
const broken = ['{', '{"a":1,"a":2}', '{"__proto__":{"admin":true}}', '[1e999]', '"\\ud800"', '\0'];

/** The address is right, and nothing else need be. */
function wildRequest({ method, path, parameters }: Operation, ids: KnownIds) {
  const names = parameters.map(({ name }) => name);
  const key = fc.oneof(fc.constantFrom('page', 'sort', ...names), wildText);
  const payload = fc.oneof(
    wildValue.map((value) => JSON.stringify(value)),
    fc.constantFrom(...broken),
  );
  const header = fc.constantFrom('a', 'x'.repeat(300), 'en-US,*;q=0', ';;;', 'respond-async');
  return fc
    .record({
      params: fc.array(fc.oneof(fc.constantFrom(...ids.all), wildText), {
        minLength: 2,
        maxLength: 2,
      }),
      query: fc.array(fc.tuple(key, wildText), { maxLength: 4 }),
      twice: fc.boolean(),
      payload,
      type: fc.constantFrom(...types),
      header,
      name: fc.constantFrom('accept-language', 'idempotency-key', 'prefer', 'accept', 'if-match'),
    })
    .map(({ params, query, twice, payload, type, header, name }): InjectOptions => {
      const found = [...path.matchAll(/\{(\w+)\}/g)].map(([, key = ''], at) => [key, params[at]]);
      const pairs = twice ? [...query, ...query] : query;
      const url = addressOf(path, Object.fromEntries(found), pairs);
      const sends = method !== 'GET';
      const headers = { [name]: header, ...(sends ? { 'content-type': type } : {}) };
      return { method, url, headers, ...(sends ? { payload } : {}) };
    });
}

function addressOf(path: string, params: Record<string, unknown>, query: [string, unknown][]) {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(params[name]));
  const pairs = query.map(([key, value]) => `${encoded(key)}=${encoded(value)}`);
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`;
}

/** Half a surrogate pair can't be encoded; as a broken escape it arrives too. */
function encoded(value: unknown): string {
  const text = String(value);
  return /\p{Surrogate}/u.test(text) ? '%ED%A0%80' : encodeURIComponent(text);
}
