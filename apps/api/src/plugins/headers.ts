import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import helmet from 'helmet';
import type { Deps } from '../lib/deps.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Sets the headers that every reply has, whatever it is. */
    guard(request: FastifyRequest, reply: FastifyReply): void;
  }
}

/**
 * What a page may load: its own files and nothing else; no script or style written into it, but the
 * `styles` of a nonce or a hash.
 */
export function contentPolicy(...styles: string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...styles.map((source) => `'${source}'`)].join(' '),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join(';');
}

/** Devices and sensors that the page has no use for. */
const permissions = [
  ...['accelerometer', 'autoplay', 'camera', 'display-capture', 'geolocation', 'gyroscope'],
  ...['magnetometer', 'microphone', 'midi', 'payment', 'usb'],
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Headers of every reply: of errors, files and addresses that can't be read, too. */
export function registerHeaders(app: FastifyInstance, { settings }: Deps) {
  const https = settings.publicUrl.startsWith('https:');
  const protect = helmet({
    contentSecurityPolicy: false,
    hsts: https ? { maxAge: 31_536_000, includeSubDomains: settings.hstsSubdomains } : false,
    // Over plain http browsers complain about both.
    crossOriginOpenerPolicy: https ? { policy: 'same-origin' } : false,
    originAgentCluster: https,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  const policy = contentPolicy();
  // On the raw reply: what a route sets by itself comes after and wins.
  app.decorate('guard', (request: FastifyRequest, reply: FastifyReply) => {
    protect(request.raw, reply.raw, () => undefined);
    reply.raw.setHeader('content-security-policy', policy);
    reply.raw.setHeader('permissions-policy', permissions);
    if (request.url.startsWith('/api/')) reply.raw.setHeader('cache-control', 'no-store');
  });
  app.addHook('onRequest', async (request, reply) => app.guard(request, reply));
}
