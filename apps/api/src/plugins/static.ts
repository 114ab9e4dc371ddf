import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ApiError } from '../lib/api-error.ts';
import { sendProblem } from './errors.ts';

/** Serves the built page: its files for good, every other path of the page as index.html. */
export async function registerStatic(app: FastifyInstance, root: string) {
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders(response, path) {
      const lasting = path.startsWith(join(root, 'assets'));
      response.setHeader(
        'cache-control',
        lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && !request.url.startsWith('/api/');
    if (!page || /\.\w+$/.test(request.url.split('?')[0] ?? '')) {
      return sendProblem(request, reply, new ApiError('notFound'));
    }
    return reply.sendFile('index.html');
  });
}
