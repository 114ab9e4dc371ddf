import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { importKindSchema } from './imports.ts';

const shared = { access: 'imports.use', tag: 'imports' } as const;

/** A heading that the caller mapped by hand; `field` null: not imported. */
export const columnMappingSchema = z.object({
  kind: importKindSchema,
  heading: z.string(),
  field: z.string().nullable(),
  /** What people call the field. */
  label: z.string().nullable(),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

export const listColumnMappings = endpoint({
  ...shared,
  id: 'listColumnMappings',
  method: 'GET',
  path: '/api/column-mappings',
  summary: '本人手工指定过的列的对应',
  reply: z.object({ items: z.array(columnMappingSchema) }),
});

/** One heading of a register, or, without parameters, everything that the caller mapped by hand. */
export const forgetColumnMappings = endpoint({
  ...shared,
  id: 'forgetColumnMappings',
  method: 'DELETE',
  path: '/api/column-mappings',
  summary: '忘记列的对应',
  kind: 'empty',
  query: z.object({
    kind: importKindSchema.exactOptional(),
    heading: z.string().min(1).max(200).exactOptional(),
  }),
});
