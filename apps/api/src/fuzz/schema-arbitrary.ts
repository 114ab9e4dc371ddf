import fc from 'fast-check';
import type { KnownIds } from './known-ids.ts';

/** The part of JSON Schema that the API's description uses. */
export interface Schema {
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
}

/** Rows that are there, and those that the value is likely to mean. */
interface Known {
  ids: KnownIds;
  meant: readonly string[];
}

const days = ['2015-04-24', '2015-06-01', '2017-05-31', '2012-02-29', '1980-05-06', '2999-12-31'];

/** Values that a schema allows. */
export function valid(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => valid(one, known)));
  if (Array.isArray(schema.type)) {
    return fc.oneof(...schema.type.map((type) => valid({ ...schema, type }, known)));
  }
  switch (schema.type) {
    case 'object':
      return object(schema, known);
    case 'array': {
      const { items = {}, minItems = 0, maxItems = 3 } = schema;
      const most = Math.max(minItems, Math.min(maxItems, 3));
      return fc.array(valid(items, known), { minLength: minItems, maxLength: most });
    }
    case 'string':
      return text(schema, known);
    case 'integer':
      // Versions, years and counts are met more often near their beginning.
      return fc.oneof(fc.integer(bounds(schema, 2)), fc.integer(bounds(schema, 1000)));
    case 'number':
      return fc.double({ ...bounds(schema, 1e6), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue();
  }
}

function object({ properties = {}, required = [], additionalProperties }: Schema, known: Known) {
  const more =
    typeof additionalProperties === 'object'
      ? fc.dictionary(fc.string({ maxLength: 8 }), valid(additionalProperties, known), {
          maxKeys: 3,
        })
      : fc.constant({});
  const fields = Object.entries(properties).map(([name, one]) => [
    name,
    valid(one, { ...known, meant: known.ids.of(name) }),
  ]);
  const own = fc.record<Record<string, unknown>>(Object.fromEntries(fields), {
    requiredKeys: required,
  });
  return fc.tuple(own, more).map(([one, others]) => ({ ...others, ...one }));
}

function text({ format, pattern, minLength = 0, maxLength = 40 }: Schema, known: Known) {
  if (format === 'uuid')
    return fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...known.meant) },
      { weight: 2, arbitrary: fc.constantFrom(...known.ids.all) },
      fc.uuid(),
    );
  if (format === 'date') return fc.constantFrom(...days);
  const most = Math.max(minLength, Math.min(maxLength, 40));
  const plain = fc.string({ unit: 'grapheme', minLength, maxLength: most });
  return pattern ? matching(pattern, plain) : plain;
}

/** Patterns that look back or name scripts are left to chance. */
function matching(pattern: string, otherwise: fc.Arbitrary<string>): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern));
  } catch {
    return otherwise;
  }
}

function bounds({ minimum, exclusiveMinimum, maximum }: Schema, reach: number) {
  const min = minimum ?? (exclusiveMinimum === undefined ? -reach : exclusiveMinimum + 1);
  return { min: Math.max(min, -(2 ** 31)), max: Math.min(maximum ?? min + reach, 2 ** 31 - 1) };
}
