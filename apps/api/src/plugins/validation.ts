import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Fault, invalid } from '../lib/api-error.ts';
import { strayIdNumbers } from './stray-id-numbers.ts';
import { wordsOf } from './validation-words.ts';

interface Parsed {
  params: unknown;
  query: unknown;
  body: unknown;
}

/** Checks params, query and body together, and that no ID number stands in free text. Throws `invalid` with every fault that they have. */
export function parseRequest(endpoint: EndpointShape, request: FastifyRequest): Parsed {
  const faults: Fault[] = [];
  const parse = (schema: z.ZodType | undefined, value: unknown) => {
    if (!schema) return undefined;
    const result = schema.safeParse(value, { reportInput: true });
    if (result.success) return result.data;
    faults.push(...result.error.issues.flatMap(faultsOf));
    return undefined;
  };
  const parsed = {
    params: parse(endpoint.params, request.params),
    query: parse(endpoint.query, request.query),
    body: endpoint.kind === 'upload' ? undefined : parse(endpoint.body, request.body ?? {}),
  };
  faults.push(...strayIdNumbers(parsed.body));
  if (faults.length > 0) throw invalid(faults);
  return parsed;
}

/** A field that isn't known is a fault of its own, at its name. */
function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const { code, path } = issue;
  const at = code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
  return at.map((where) => ({ path: where.join('.'), code, message: wordsOf(issue) }));
}
