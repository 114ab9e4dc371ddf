import { isDeepStrictEqual } from 'node:util';
import fastJson from 'fast-json-stringify';
import { z } from 'zod';

const forbidden = new Set([
  'date',
  'bigint',
  'map',
  'set',
  'symbol',
  'transform',
  'pipe',
  'nan',
  'undefined',
  'unknown',
  'any',
]);

/** The reply's JSON Schema. Throws when a reply holds what JSON doesn't. */
export function replySchema(schema: z.ZodType, id: string) {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'output',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      const refused = refusedType(zodSchema._zod.def);
      if (refused) throw new Error(`${id}: a reply can't hold ${refused}`);
      simplify(jsonSchema as Loose);
    },
  });
}

/** The kind of schema that a reply can't be described by; null when it can. */
function refusedType(def: z.core.$ZodTypeDef): string | null {
  if (forbidden.has(def.type)) return def.type;
  const others = (def as z.core.$ZodObjectDef).catchall?._zod.def.type;
  return def.type === 'object' && others !== undefined && others !== 'never'
    ? 'loose object'
    : null;
}

interface Loose {
  additionalProperties?: unknown;
  anyOf?: { type?: unknown }[];
  type?: unknown;
}

/**
 * fast-json-stringify throws on extra fields inside nullable objects and makes "" of a null in a
 * union: extra fields are left out anyway, and a plain type or null is one type list.
 */
function simplify(schema: Loose) {
  if (schema.additionalProperties === false) delete schema.additionalProperties;
  const { anyOf } = schema;
  if (anyOf?.length !== 2) return;
  const [plain, other] = anyOf;
  if (other?.type !== 'null' || typeof plain?.type !== 'string') return;
  if (plain.type === 'object' || plain.type === 'array') return;
  delete schema.anyOf;
  Object.assign(schema, plain, { type: [plain.type, 'null'] });
  if ('enum' in plain && Array.isArray(plain.enum))
    Object.assign(schema, { enum: [...plain.enum, null] });
}

type Serializer = (value: unknown) => string;

/** By schema: an application that is built again in the same process has them already. */
const known = new WeakMap<z.ZodType, Serializer>();

/**
 * A serializer that writes what the contract names, and nothing else. It is made with the first reply,
 * since most endpoints of a start are never asked.
 */
export function replySerializer(schema: z.ZodType, id: string): Serializer {
  const before = known.get(schema);
  if (before) return before;
  let made: Serializer | null = null;
  const serialize: Serializer = (value) => {
    made ??= fastJson(replySchema(schema, id) as Parameters<typeof fastJson>[0]);
    return made(value);
  };
  known.set(schema, serialize);
  return serialize;
}

const described = new WeakSet<z.ZodType>();

/** For tests: throws at the start, as `replySchema`, and not with the first reply. */
export function checkReply(schema: z.ZodType, id: string): void {
  if (described.has(schema)) return;
  replySchema(schema, id);
  described.add(schema);
}

/** For tests: throws where writing a value as it stands would say more than, or else than, its schema. */
export function exactly(bySchema: Serializer, id: string): Serializer {
  return (value) => {
    const text = JSON.stringify(value);
    if (!isDeepStrictEqual(JSON.parse(text), JSON.parse(bySchema(value)))) {
      throw new Error(`${id}: the reply isn't exactly what its schema names`);
    }
    return text;
  };
}
