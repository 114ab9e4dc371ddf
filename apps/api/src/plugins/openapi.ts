import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../lib/deps.ts';
import type { Route } from '../lib/route.ts';
import { contentPolicy } from './headers.ts';
import { type JsonObject, openApi30, openApiDocument } from './openapi-document.ts';

/** The one style that swagger-ui's script writes into its page. */
const styleOfSwagger = 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w=';

/** `/api/openapi.json`, and a page to read it at `/api/docs` with nothing from outside. */
export async function registerOpenApi(app: FastifyInstance, deps: Deps, routes: readonly Route[]) {
  // Half a second of a start, for what few ask for: described when it is first written.
  const lazily = (dialect?: Parameters<typeof openApiDocument>[2]) => {
    let made: JsonObject | null = null;
    return {
      toJSON() {
        made ??= openApiDocument(routes, deps.settings.version, dialect);
        return made;
      },
    };
  };
  const document = lazily();
  const shown = lazily(openApi30);
  await app.register(swagger, { mode: 'static', specification: { document: shown as never } });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: contentPolicy(styleOfSwagger),
    // Chapters stay closed until asked for: five hundred endpoints at once take a browser half a minute.
    uiConfig: { docExpansion: 'none', filter: true },
  });
  app.get('/api/openapi.json', async (_, reply) => reply.send(document));
}
