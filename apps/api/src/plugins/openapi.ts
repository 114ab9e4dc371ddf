import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import { permissions } from '@xuanpai/contracts/permissions';
import { problemSchema } from '@xuanpai/contracts/problems';
import { tags } from '@xuanpai/contracts/tags';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '../lib/deps.ts';
import type { Route } from '../lib/route.ts';
import { contentPolicy } from './headers.ts';

type JsonObject = Record<string, unknown>;

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const made: JsonObject = {
    ...z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' }),
  };
  delete made.$schema;
  return made;
}

/** Describes the endpoints as OpenAPI 3.1, from the same objects that make the routes. */
export function openApiDocument(routes: readonly Route[], version: string): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const { endpoint } of routes) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '选派 Xuanpai API',
      version,
      description: '选派机关干部到村任职“第一书记”',
      license: { name: 'MIT', identifier: 'MIT' },
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
      schemas: { Problem: jsonSchema(problemSchema, 'output') },
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

/** By endpoint: it says the same in every application of the process. */
const operations = new WeakMap<EndpointShape, JsonObject>();

function operation(endpoint: EndpointShape): JsonObject {
  const known = operations.get(endpoint) ?? described(endpoint);
  operations.set(endpoint, known);
  return known;
}

function described(endpoint: EndpointShape): JsonObject {
  const body = bodyOf(endpoint);
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    description: whoMay(endpoint.access),
    tags: [endpoint.tag],
    security: securityOf(endpoint),
    parameters: [
      ...parameters(endpoint.params, 'path'),
      ...parameters(endpoint.query, 'query'),
      ...(takesKey(endpoint) ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
      ...(endpoint.respondAsync ? [{ $ref: '#/components/parameters/Prefer' }] : []),
    ],
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: { ...success(endpoint), '4XX': problem, '5XX': problem },
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

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): JsonObject[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
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

function bodyOf(endpoint: EndpointShape): JsonObject | null {
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
  return endpoint.body
    ? { 'application/json': { schema: jsonSchema(endpoint.body, 'input') } }
    : null;
}

function success(endpoint: EndpointShape): JsonObject {
  switch (endpoint.kind) {
    case 'empty':
      return { '204': { description: 'Done' } };
    case 'file':
      return { '200': { description: 'A file', content: { 'application/octet-stream': {} } } };
    case 'events':
      return { '200': { description: 'Server-sent events', content: { 'text/event-stream': {} } } };
    default: {
      const content = endpoint.reply
        ? { content: { 'application/json': { schema: jsonSchema(endpoint.reply, 'output') } } }
        : {};
      const later = endpoint.respondAsync
        ? { '202': { description: 'Under way', ...content } }
        : {};
      return { [String(endpoint.status ?? 200)]: { description: 'Done', ...content }, ...later };
    }
  }
}

/** The one style that swagger-ui's script writes into its page. */
const styleOfSwagger = 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w=';

/** `/api/openapi.json`, and a page to read it at `/api/docs` with nothing from outside. */
export async function registerOpenApi(app: FastifyInstance, deps: Deps, routes: readonly Route[]) {
  let made: JsonObject | null = null;
  // Half a second of a start, for what few ask for: described when it is first written.
  const document = {
    toJSON() {
      made ??= openApiDocument(routes, deps.settings.version);
      return made;
    },
  };
  await app.register(swagger, { mode: 'static', specification: { document: document as never } });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: contentPolicy(styleOfSwagger),
    // Chapters stay closed until asked for: five hundred endpoints at once take a browser half a minute.
    uiConfig: { docExpansion: 'none', filter: true },
  });
  app.get('/api/openapi.json', async (_, reply) => reply.send(document));
}
