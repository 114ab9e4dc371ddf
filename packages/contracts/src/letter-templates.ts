import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { letterKindSchema } from './letter-kinds.ts';

const edition = z.int().positive();

export const letterTagSchema = z.object({
  /** As it stands in the template between braces. */
  name: z.string(),
  meaning: z.string(),
  example: z.string(),
  /** The loop that it belongs to; null: anywhere. */
  within: z.string().nullable(),
  /** Opened by {#…} and closed by {/…}: printed once for each. */
  repeats: z.boolean(),
});
export type LetterTag = z.infer<typeof letterTagSchema>;

export const letterTemplateSchema = z.object({
  kind: letterKindSchema,
  /** Null: the one that is shipped. */
  inUse: edition.nullable(),
  /** The office's own, the newest first. */
  editions: z.array(
    z.object({
      edition,
      filename: z.string(),
      size: z.int(),
      uploadedByName: z.string(),
      uploadedAt: z.string(),
    }),
  ),
  tags: z.array(letterTagSchema),
});
export type LetterTemplate = z.infer<typeof letterTemplateSchema>;

const params = z.object({ kind: letterKindSchema });
const tag = 'letters';

export const listLetterTemplates = endpoint({
  id: 'listLetterTemplates',
  method: 'GET',
  path: '/api/letter-templates',
  access: 'letterTemplates.read',
  summary: '文书模板及其标签',
  tag,
  reply: z.object({ items: z.array(letterTemplateSchema) }),
});

/** As .docx, to be changed in Word or WPS: the one in use unless an edition is asked for. */
export const letterTemplateFile = endpoint({
  id: 'letterTemplateFile',
  method: 'GET',
  path: '/api/letter-templates/:kind/template.docx',
  access: 'letterTemplates.read',
  summary: '下载文书模板',
  tag,
  kind: 'file',
  params,
  query: z.object({
    edition: z.union([z.literal('shipped'), z.coerce.number().int().positive()]).exactOptional(),
  }),
});

export const letterTagsFile = endpoint({
  id: 'letterTagsFile',
  method: 'GET',
  path: '/api/letter-templates/:kind/tags.xlsx',
  access: 'letterTemplates.read',
  summary: '下载文书模板可用的标签',
  tag,
  kind: 'file',
  params,
});

/**
 * Takes the office's own version (multipart `file`), and uses it from now on. Everything that is wrong
 * with it is answered at once, each with its place.
 */
export const uploadLetterTemplate = endpoint({
  id: 'uploadLetterTemplate',
  method: 'POST',
  path: '/api/letter-templates/:kind',
  access: 'letterTemplates.write',
  summary: '上传文书模板',
  tag,
  kind: 'upload',
  status: 201,
  params,
  reply: letterTemplateSchema,
});

/** Back to an earlier version, or to the one that is shipped. */
export const chooseLetterTemplate = endpoint({
  id: 'chooseLetterTemplate',
  method: 'POST',
  path: '/api/letter-templates/:kind/use',
  access: 'letterTemplates.write',
  summary: '选用文书模板',
  tag,
  params,
  body: z.object({ edition: edition.nullable() }),
  reply: letterTemplateSchema,
});
