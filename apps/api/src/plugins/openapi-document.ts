import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import { permissions } from '@xuanpai/contracts/permissions';
import { problemSchema } from '@xuanpai/contracts/problems';
import { tags } from '@xuanpai/contracts/tags';
import { z } from 'zod';
import type { Route } from '../lib/route.ts';

export type JsonObject = Record<string, unknown>;

/** A version of OpenAPI, how it writes schemas, and the endpoints described in it. */
interface Dialect {
  openapi: string;
  target: 'draft-2020-12' | 'openapi-3.0';
  license: { identifier: string } | { url: string };
  /** By endpoint: it says the same in every application of the process. */
  operations: WeakMap<EndpointShape, JsonObject>;
}

/** What programs read. */
export const openApi31: Dialect = {
  ...{ openapi: '3.1.0', target: 'draft-2020-12' },
  license: { identifier: 'MIT' },
  operations: new WeakMap(),
};

/** What the page shows: its reader needs a second for it, and half a minute for 3.1. */
export const openApi30: Dialect = {
  ...{ openapi: '3.0.3', target: 'openapi-3.0' },
  license: { url: 'https://spdx.org/licenses/MIT' },
  operations: new WeakMap(),
};

type Schemas = (schema: z.ZodType, io: 'input' | 'output') => JsonObject;

function schemasOf({ target }: Dialect): Schemas {
  return (schema, io) => jsonSchema(schema, io, target);
}

function jsonSchema(
  schema: z.ZodType,
  io: 'input' | 'output',
  target: Dialect['target'],
): JsonObject {
  const made: JsonObject = {
    ...z.toJSONSchema(schema, { target, io, unrepresentable: 'any' }),
  };
  delete made.$schema;
  return made;
}

/** Describes the endpoints, from the same objects that make the routes. */
export function openApiDocument(
  routes: readonly Route[],
  version: string,
  dialect = openApi31,
): JsonObject {
  const { openapi, target } = dialect;
  const paths: Record<string, JsonObject> = {};
  for (const { endpoint } of routes) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint, dialect) };
  }
  return {
    openapi,
    info: {
      title: '选派 Xuanpai API',
      version,
      description: '选派机关干部到村任职“第一书记”',
      license: { name: 'MIT', ...dialect.license },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ endpoint }) => endpoint.tag))].map((name) => ({
      name,
      description: tags[name],
    })),
    paths,
    components: {
      securitySchemes,
      parameters: { IdempotencyKey: idempotencyKey, Prefer: prefer },
      schemas: { Problem: jsonSchema(problemSchema, 'output', target) },
      responses: {
        Problem: {
          description: 'RFC 9457 problem details',
          content: {
            'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
          },
        },
      },
    },
  };
}

const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  ticket: {
    type: 'apiKey',
    in: 'query',
    name: 'ticket',
    description: 'POST /api/tickets 取得,60秒内有效',
  },
};

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description: '同一个键重复请求只办一次,答复相同;24小时内有效',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

const prefer = {
  name: 'Prefer',
  in: 'header',
  description: 'respond-async:立即答复202,办理进度由GET查看',
  schema: { type: 'string', enum: ['respond-async'] },
};

function operation(endpoint: EndpointShape, dialect: Dialect): JsonObject {
  const known = dialect.operations.get(endpoint) ?? described(endpoint, schemasOf(dialect));
  dialect.operations.set(endpoint, known);
  return known;
}

function described(endpoint: EndpointShape, schemas: Schemas): JsonObject {
  const body = bodyOf(endpoint, schemas);
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    description: whoMay(endpoint.access),
    tags: [endpoint.tag],
    security: securityOf(endpoint),
    parameters: [
      ...parameters(endpoint.params, 'path', schemas),
      ...parameters(endpoint.query, 'query', schemas),
      ...(takesKey(endpoint) ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
      ...(endpoint.respondAsync ? [{ $ref: '#/components/parameters/Prefer' }] : []),
    ],
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: { ...success(endpoint, schemas), '4XX': problem, '5XX': problem },
    'x-permission': endpoint.access,
  };
}

const problem = { $ref: '#/components/responses/Problem' };

function whoMay(access: EndpointShape['access']): string {
  if (access === 'public') return '不需登录';
  if (access === 'signedIn') return '登录即可';
  return `角色:${permissions[access].join('、')}`;
}

function securityOf({ access, kind }: EndpointShape): JsonObject[] {
  if (access === 'public') return [];
  return kind === 'file' ? [{ bearer: [] }, { ticket: [] }] : [{ bearer: [] }];
}

function takesKey({ method, kind, access }: EndpointShape) {
  return method !== 'GET' && kind !== 'upload' && access !== 'public';
}

function parameters(
  schema: z.ZodType | undefined,
  place: 'path' | 'query',
  schemas: Schemas,
): JsonObject[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemas(schema, 'input') as {
    properties?: JsonObject;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function bodyOf(endpoint: EndpointShape, schemas: Schemas): JsonObject | null {
  if (endpoint.kind === 'upload') {
    const file = { type: 'string', format: 'binary' };
    // Where the address says what the file is for, it comes alone.
    const addressed = endpoint.query !== undefined || endpoint.params !== undefined;
    const properties = addressed
      ? { file }
      : { file, kind: { type: 'string' }, batchId: { type: 'string', format: 'uuid' } };
    const required = addressed ? ['file'] : ['file', 'kind'];
    return { 'multipart/form-data': { schema: { type: 'object', required, properties } } };
  }
  return endpoint.body ? { 'application/json': { schema: schemas(endpoint.body, 'input') } } : null;
}

function success(endpoint: EndpointShape, schemas: Schemas): JsonObject {
  switch (endpoint.kind) {
    case 'empty':
      return { '204': { description: 'Done' } };
    case 'file':
      return { '200': { description: 'A file', content: { 'application/octet-stream': {} } } };
    case 'events':
      return { '200': { description: 'Server-sent events', content: { 'text/event-stream': {} } } };
    default: {
      const content = endpoint.reply
        ? { content: { 'application/json': { schema: schemas(endpoint.reply, 'output') } } }
        : {};
      const later = endpoint.respondAsync
        ? { '202': { description: 'Under way', ...content } }
        : {};
      return { [String(endpoint.status ?? 200)]: { description: 'Done', ...content }, ...later };
    }
  }
}
