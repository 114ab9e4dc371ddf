import { jsonSchema } from '@xuanpai/contracts/values';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkReply, exactly, replySerializer } from './serialization.ts';

/** What leaves the server for a value. */
function sent(schema: z.ZodType, value: unknown) {
  return JSON.parse(replySerializer(schema, 'test')(value));
}

const person = z.object({ name: z.string(), unit: z.object({ id: z.string() }).nullable() });

test('what the contract does not name stays inside, however deep', () => {
  const more = { idNumber: '371312' };
  const value = { ...more, name: '王', unit: { ...more, id: 'u' } };
  const named = { name: '王', unit: { id: 'u' } };
  expect(sent(person, value)).toEqual(named);
  expect(sent(z.object({ items: z.array(person) }), { items: [value] })).toEqual({
    items: [named],
  });
  expect(sent(z.object({ rows: z.record(z.string(), person) }), { rows: { a: value } })).toEqual({
    rows: { a: named },
  });
});

const kind = z.enum(['district', 'township']);
const either = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('place'), villageId: z.string() }),
  z.object({ kind: z.literal('swap'), placeIds: z.array(z.string()) }),
]);

describe('null stays null and a value stays itself', () => {
  test.each<[string, z.ZodType, unknown]>([
    ['text', z.string().nullable(), '王'],
    ['empty text', z.string().nullable(), ''],
    ['number', z.number().nullable(), 0.5],
    ['zero', z.int().nullable(), 0],
    ['no', z.boolean().nullable(), false],
    ['enum', kind.nullable(), 'district'],
    ['literal', z.literal('ok').nullable(), 'ok'],
    ['id', z.uuid().nullable(), '01890a5d-ac96-774b-bcce-b302099a8057'],
    ['day', z.iso.date().nullable(), '2015-04-24'],
    ['instant', z.iso.datetime().nullable(), '2015-04-24T00:00:00.000Z'],
    ['object', z.object({ id: z.string() }).nullable(), { id: 'a' }],
    ['array', z.array(z.string()).nullable(), ['a']],
    ['empty array', z.array(z.string()).nullable(), []],
    ['array of what may be null', z.array(kind.nullable()), ['district', null]],
    ['record', z.record(z.string(), z.int().nullable()), { a: 1, b: null }],
    [
      'record that may be null',
      z.record(z.string(), jsonSchema).nullable(),
      { a: [1, { b: null }] },
    ],
    ['one of two kinds', z.union([z.string(), z.number()]).nullable(), 7],
    ['one of two shapes', either, { kind: 'swap', placeIds: ['a'] }],
    ['one of two shapes or none', either.nullable(), { kind: 'place', villageId: 'v' }],
    ['any JSON', jsonSchema, { a: [1, 'b', null, { c: true }] }],
  ])('%s', (_, schema, value) => {
    expect(sent(z.object({ value: schema }), { value })).toEqual({ value });
    if (schema.safeParse(null).success) {
      expect(sent(z.object({ value: schema }), { value: null })).toEqual({ value: null });
    }
  });
});

test('what may be left out is left out, and null is not the same', () => {
  const schema = z.object({
    a: z.string().exactOptional(),
    b: z.string().nullable().exactOptional(),
  });
  expect(sent(schema, {})).toEqual({});
  expect(sent(schema, { a: 'x', b: null })).toEqual({ a: 'x', b: null });
});

test('quotes, line ends, angle brackets and rare characters arrive as they are', () => {
  for (const text of ['"\\', 'a\nb\u2028c', '</script>', '𠮷野', '\u0000', '王  伟']) {
    expect(sent(z.object({ text: z.string() }), { text })).toEqual({ text });
  }
});

test('a missing field is a mistake, not a gap', () => {
  expect(() => sent(z.object({ name: z.string() }), {})).toThrow('name');
});

test.each<[string, z.ZodType]>([
  ['date', z.date()],
  ['bigint', z.bigint()],
  ['transform', z.string().transform((text) => text.length)],
  ['pipe', z.string().pipe(z.string())],
  ['map', z.map(z.string(), z.string())],
  ['set', z.set(z.string())],
  ['codec', z.codec(z.string(), z.number(), { decode: Number, encode: String })],
  ['unknown', z.unknown()],
  ['any', z.any()],
])('a reply that declares %s stops the start', (_, schema) => {
  const reply = z.object({ rows: z.array(z.object({ value: schema })) });
  expect(() => checkReply(reply, 'listThings')).toThrow(/listThings: a reply can't hold/);
});

test('a reply that lets everything through stops the start', () => {
  expect(() => checkReply(z.looseObject({ name: z.string() }), 'listThings')).toThrow(
    /listThings: a reply can't hold/,
  );
});

test('what is written as it stands holds no more than its schema names', () => {
  const reply = z.object({ name: z.string(), note: z.string().nullable() });
  const write = exactly(replySerializer(reply, 'listThings'), 'listThings');
  expect(write({ name: '甲', note: null })).toBe('{"name":"甲","note":null}');
  expect(() => write({ name: '甲', note: null, secret: '1' })).toThrow(/listThings/);
});
