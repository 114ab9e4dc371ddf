import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { ApiError } from '../lib/api-error.ts';
import type { Deps } from '../lib/deps.ts';
import { watchDatabase } from '../lib/metrics/database.ts';
import { watchRequests } from '../lib/metrics/requests.ts';
import { hasMetricsToken } from '../lib/operations.ts';

/**
 * `/api/metrics` in the text format of Prometheus. Without METRICS_TOKEN nothing is measured and the
 * address isn't there; with it a request without the token learns no more than that.
 */
export function registerMetrics(app: FastifyInstance, deps: Deps) {
  if (deps.operations.metricsToken === null) return;
  const register = new Registry();
  collectDefaultMetrics({ register });
  watchRequests(app, register);
  const countAnew = watchDatabase(deps, register);
  app.get('/api/metrics', async (request, reply) => {
    if (!hasMetricsToken(request, deps.operations)) throw new ApiError('notFound');
    await countAnew();
    const text = await register.metrics();
    return reply
      .header('content-type', register.contentType)
      .header('cache-control', 'no-store')
      .send(text);
  });
}
