import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import type { Text } from '@xuanpai/contracts/text';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Fault, invalid } from '../lib/api-error.ts';

const chinese = z.locales.zhCN().localeError;
const english = z.locales.en().localeError;

interface Parsed {
  params: unknown;
  query: unknown;
  body: unknown;
}

/** Checks params, query and body together. Throws `invalid` with every fault that they have. */
export function parseRequest(endpoint: EndpointShape, request: FastifyRequest): Parsed {
  const faults: Fault[] = [];
  const parse = (schema: z.ZodType | undefined, value: unknown) => {
    if (!schema) return undefined;
    const result = schema.safeParse(value, { reportInput: true });
    if (result.success) return result.data;
    faults.push(...result.error.issues.map(faultOf));
    return undefined;
  };
  const parsed = {
    params: parse(endpoint.params, request.params),
    query: parse(endpoint.query, request.query),
    body: endpoint.kind === 'upload' ? undefined : parse(endpoint.body, request.body ?? {}),
  };
  if (faults.length > 0) throw invalid(faults);
  return parsed;
}

function faultOf(issue: z.core.$ZodIssue): Fault {
  return { path: issue.path.join('.'), code: issue.code, message: messageOf(issue) };
}

function messageOf(issue: z.core.$ZodIssue): Text {
  const missing =
    (issue.code === 'invalid_type' && issue.input === undefined) ||
    (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1);
  if (missing) return { zh: '请填写这一项。', en: 'Please fill this in.' };
  const raw = issue as z.core.$ZodRawIssue;
  return { zh: textOf(chinese(raw)), en: textOf(english(raw)) };
}

function textOf(message: ReturnType<typeof english>): string {
  return typeof message === 'string' ? message : (message?.message ?? '');
}
