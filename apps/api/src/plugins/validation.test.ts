import { endpoint } from '@xuanpai/contracts/endpoint';
import { plainDateSchema, writtenText } from '@xuanpai/contracts/values';
import type { FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ApiError } from '../lib/api-error.ts';
import { strayIdNumbers } from './stray-id-numbers.ts';
import { parseRequest } from './validation.ts';

const shape = {
  id: 'form',
  method: 'POST',
  path: '/api/form/:id',
  access: 'public',
  summary: '试',
  tag: 'health',
  params: z.object({ id: z.uuid() }),
  query: z.object({ page: z.coerce.number().int().min(1).default(1) }),
  body: z.object({
    name: writtenText(2, 4),
    age: z.int().min(18).max(60),
    tier: z.enum(['city', 'district']),
    on: plainDateSchema,
    tags: z.array(z.string()).min(1).max(2),
  }),
} as const;

function faultsOf(params: unknown, query: unknown, body: unknown): Record<string, string> {
  try {
    parseRequest(shape, { params, query, body } as FastifyRequest);
    return {};
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const faults = error.options.faults ?? [];
    return Object.fromEntries(faults.map(({ path, message }) => [path, message.zh]));
  }
}

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const good = { name: '王伟', age: 30, tier: 'city', on: '2015-04-24', tags: ['a'] };

test('a good request passes with its values read', () => {
  expect(faultsOf({ id }, {}, good)).toEqual({});
  const request = { params: { id }, query: { page: '3' }, body: { ...good, more: 1 } };
  expect(parseRequest(shape, request as unknown as FastifyRequest)).toEqual({
    params: { id },
    query: { page: 3 },
    body: good,
  });
});

test('what is wrong with address, query and body is said together, in words', () => {
  const body = { name: '王', age: 17.5, tier: 'moon', on: '2015-02-29', tags: [] };
  expect(faultsOf({ id: '7' }, { page: '0' }, body)).toEqual({
    id: '编号格式不对。',
    page: '不能小于1。',
    name: '至少2个字符。',
    age: '请填整数。',
    tier: '只能是：city、district。',
    on: '日期应像 2015-06-01，且确有这一天。',
    tags: '至少1项。',
  });
});

test.each(['0000-01-01', '1899-12-31', '2101-01-01', '9999-12-31'])(
  '%s is no day that an office writes',
  (on) => {
    expect(faultsOf({ id }, {}, { ...good, on })).toEqual({
      on: '日期应像 2015-06-01，且确有这一天。',
    });
  },
);

test.each([
  ['\u200b\u200b', '至少2个字符。'],
  ['\u0001\u0001', '格式不对。'],
  ['王\u200b', '至少2个字符。'],
])('a name that nobody can see is none: %j', (name, message) => {
  expect(faultsOf({ id }, {}, { ...good, name })).toEqual({ name: message });
});

test('what is missing is asked for, whatever it should be', () => {
  expect(new Set(Object.values(faultsOf({ id }, {}, undefined)))).toEqual(
    new Set(['请填写这一项。', '只能是：city、district。']),
  );
});

test('too long, too large and too many name the limit', () => {
  const body = { ...good, name: '王王王王王', age: 61, tags: ['a', 'b', 'c'] };
  expect(faultsOf({ id }, {}, body)).toEqual({
    name: '最多4个字符。',
    age: '不能大于60。',
    tags: '最多2项。',
  });
});

test('a PATCH refuses fields that it does not know, each at its name; a POST leaves them out', () => {
  const body = z.object({ position: z.string().exactOptional(), version: z.int() });
  const declared = { ...shape, body };
  const sent = { params: { id }, query: {}, body: { positon: '科员', 职务: '科员', version: 1 } };
  const parse = (method: 'PATCH' | 'POST') =>
    parseRequest(endpoint({ ...declared, method }), sent as unknown as FastifyRequest);
  expect(parse('POST').body).toEqual({ version: 1 });
  try {
    parse('PATCH');
    expect.unreachable();
  } catch (error) {
    expect((error as ApiError).options.faults).toMatchObject([
      { path: 'positon', code: 'unrecognized_keys', message: { zh: '没有这一项。' } },
      { path: '职务', code: 'unrecognized_keys' },
    ]);
  }
});

test('an ID number stands in no text but its own, however its digits are typed', () => {
  const number = '371302198005061234';
  const wide = number.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  const texts = ['name', 'reason', 'homeAddress', 'idNumber', 'password'] as const;
  const body = z.object({
    ...Object.fromEntries(texts.map((field) => [field, z.string()])),
    list: z.array(z.object({ note: z.string() })),
  });
  const given = Object.fromEntries(texts.map((field) => [field, `号${number}`]));
  const sent = { ...given, name: `号${wide}`, list: [{ note: id }, { note: number }] };
  const faults = strayIdNumbers(body.parse(sent));
  expect(faults.map(({ path }) => path)).toEqual(['name', 'reason', 'list.1.note']);
  expect(JSON.stringify(faults)).not.toContain(number);
});
