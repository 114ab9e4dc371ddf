import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { routeOf } from '../log/log-options.ts';

/** Seconds: most requests take milliseconds, imports and downloads some seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Why a sign-in was refused, by the status of its reply. */
const refusals: Record<number, string> = { 401: 'wrongCredentials', 429: 'tooMany' };

/** Measures requests by the pattern of their route: as many series as there are endpoints, never more. */
export function watchRequests(app: FastifyInstance, register: Registry) {
  const registers = [register];
  const seconds = new Histogram({
    name: 'xuanpai_http_request_duration_seconds',
    help: 'Seconds from the request to the end of its reply',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers,
  });
  const underWay = new Gauge({
    name: 'xuanpai_http_requests_in_flight',
    help: 'Requests that are being answered',
    registers,
  });
  const refused = new Counter({
    name: 'xuanpai_sign_in_failures_total',
    help: 'Sign-ins that were refused',
    labelNames: ['reason'],
    registers,
  });
  app.addHook('onRequest', async () => underWay.inc());
  // After a reply, and after a request whose caller went away.
  app.addHook('onResponse', async (request, reply) => {
    underWay.dec();
    const { statusCode: status } = reply;
    const route = routeOf(request);
    const method = methods.has(request.method) ? request.method : 'other';
    seconds.observe({ method, route, status }, reply.elapsedTime / 1000);
    const reason = route === '/api/auth/login' ? refusals[status] : undefined;
    if (reason) refused.inc({ reason });
  });
}
