import fc from 'fast-check';

/** Text that has broken something somewhere. */
export const wildText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...['', ' ', '\0', 'a\0b', '\ud800', '\udfff\ud800', '\u202e王', '\u200b', '\ufeff', '\r\n\t'],
    ...["' OR 1=1--", '%', '%%%_\\', '*', '../../etc/passwd', '<script>', '=1+1', '`id`'],
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', 'NaN'],
    ...['-1', '0', '1e400', '9223372036854775808', '0x10', '１２', '2015-02-30', '0000-00-00'],
    ...[
      '00000000-0000-0000-0000-000000000000',
      'x'.repeat(5000),
      '𠮷'.repeat(300),
      ','.repeat(500),
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

const wildNumber = fc.oneof(
  fc.constantFrom(-1, 0, -0, 0.1, 1e308, -1e308, 2 ** 31, 2 ** 53, 1e21, Number.MIN_VALUE),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** Levels of lists in each other. */
function nested(levels: number): unknown {
  let value: unknown = [];
  for (let level = 1; level < levels; level += 1) value = [value];
  return value;
}

/** Any JSON at all, with names that objects have from birth. */
export const wildValue: fc.Arbitrary<unknown> = fc.oneof(
  wildText,
  wildNumber,
  fc.constantFrom(null, true, [], {}, nested(20), nested(200), [[], [{}]]),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom('constructor', 'toString', 'length', 'then').map((name) => ({ [name]: 1 })),
);

/** A value with one of its parts replaced, taken out, or put in where nobody expects it. */
export function spoilt(value: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(value) && value.length > 0) {
    return fc
      .nat({ max: value.length - 1 })
      .chain((at) => spoilt(value[at]).map((part) => value.with(at, part)));
  }
  if (typeof value !== 'object' || value === null) return wildValue;
  const keys = Object.keys(value);
  if (keys.length === 0) return wildValue;
  const fields: Record<string, unknown> = { ...value };
  return fc.constantFrom(...keys).chain((key) =>
    fc.oneof(
      { weight: 3, arbitrary: spoilt(fields[key]).map((part) => ({ ...fields, [key]: part })) },
      fc.constant(Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key))),
      wildValue.map((part) => ({ ...fields, more: part })),
    ),
  );
}
