import type { FastifyInstance } from 'fastify';
import { requestFacts } from '../lib/log/log-options.ts';

/** Asked every few seconds by machines: in the log only where they fail, or at level debug. */
const probes = /^\/api\/(health\/|metrics$)/;

/** One line for each request, and its number in the reply: what a person reports can be found. */
export function registerRequestLog(app: FastifyInstance) {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const facts = requestFacts(request);
    const { statusCode: status } = reply;
    const level = probes.test(facts.route) && status < 400 ? 'debug' : 'info';
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    request.log[level]({ ...facts, status, ms }, 'answered');
  });
}
