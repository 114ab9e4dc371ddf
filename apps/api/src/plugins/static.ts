import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ApiError } from '../lib/api-error.ts';
import { sendProblem } from './errors.ts';
import { contentPolicy } from './headers.ts';

/** Stands in the built page where the nonce of a reply belongs. */
const noncePlace = 'CSP_NONCE';

/** Serves the built page: its files for good, every other path of the page as index.html. */
export async function registerStatic(app: FastifyInstance, root: string) {
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    globIgnore: ['index.html*'],
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
  const page = readFileSync(join(root, 'index.html'), 'utf8');
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?');
    const isPage = ['GET', 'HEAD'].includes(request.method) && !path.startsWith('/api/');
    if (!isPage || (/\.\w+$/.test(path) && path !== '/index.html')) {
      return sendProblem(request, reply, new ApiError('notFound'));
    }
    // For the styles that antd writes into the page.
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', contentPolicy(`nonce-${nonce}`))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(noncePlace, nonce));
  });
}
