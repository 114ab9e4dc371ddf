import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Fault, invalid } from '../lib/api-error.ts';
import { wordsOf } from './validation-words.ts';

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
  return { path: issue.path.join('.'), code: issue.code, message: wordsOf(issue) };
}
