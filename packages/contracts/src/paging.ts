import { z } from 'zod';

/** Pages count from 1; 20 rows unless said, 200 at most. */
export const pagingQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(20),
  q: z.string().trim().max(100).exactOptional(),
});

/** One of the named columns, descending with a minus: `name`, `-name`. */
export function sortOf<const C extends readonly [string, ...string[]]>(columns: C) {
  const values = columns.flatMap((column) => [column, `-${column}`]) as [
    C[number] | `-${C[number]}`,
    ...(C[number] | `-${C[number]}`)[],
  ];
  return z.enum(values);
}

/** Several values of a filter, separated by commas in the address: `kinds=weakLax,lagging`. */
export function manyOf<T extends string>(one: z.ZodType<T, string>) {
  return z
    .string()
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(one).max(200));
}

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.int().nonnegative() });
}
