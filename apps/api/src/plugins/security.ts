import cookie from '@fastify/cookie';
import jwt from '@fastify/jwt';
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../lib/deps.ts';
import { registerHeaders } from './headers.ts';
import { registerRateLimit } from './rate-limit.ts';

/** Bytes of an uploaded workbook at most. */
const uploadLimit = 50 * 1024 * 1024;

/** Whom our tokens are for. */
const audience = 'xuanpai';

/** Headers, cookies, tokens, counts of requests, uploads. */
export async function registerSecurity(app: FastifyInstance, deps: Deps) {
  registerHeaders(app, deps);
  await app.register(cookie);
  await app.register(jwt, {
    secret: deps.settings.jwtSecret,
    sign: { algorithm: 'HS256', aud: audience },
    verify: { algorithms: ['HS256'], allowedAud: audience, requiredClaims: ['aud'] },
  });
  await registerRateLimit(app, deps);
  await app.register(multipart, {
    limits: { fileSize: uploadLimit, files: 1, fields: 10, fieldSize: 10_000 },
  });
}
