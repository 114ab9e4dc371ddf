import { cancelRun, getRun, runEvents, solvePlan } from '@xuanpai/contracts/plan-runs';
import type { FastifyReply } from 'fastify';
import type { Deps } from '../../../lib/deps.ts';
import { type Route, route } from '../../../lib/route.ts';
import { untilRefused } from '../../../lib/session-watch.ts';
import { admit } from '../../../plugins/auth.ts';
import { cancelRun as cancel } from './cancel-run.ts';
import { readRun } from './present-run.ts';
import { runEventStream } from './run-events.ts';
import { readRunRow } from './run-row.ts';
import { createRunner } from './runner.ts';
import { startRun } from './start-run.ts';

/** Solving a plan: the application's runner works off what these routes queue. */
export function runRoutes(deps: Deps): Route[] {
  const runner = createRunner(deps);
  deps.beside(runner);
  return [
    route(solvePlan, ({ actor, params, body }) =>
      startRun(deps, actor, params.id, body, runner.wake),
    ),
    route(getRun, ({ actor, params }) => readRun(deps.db, params.id, params.runId, actor.language)),
    route(runEvents, async ({ actor, params, request, reply }) => {
      const { id: planId, runId } = params;
      await readRunRow(deps.db.prisma, planId, runId);
      const after = eventNumber(request.headers['last-event-id']);
      const { language } = actor;
      const ended = untilRefused(() => admit(deps, runEvents, request), reply, runner.closing);
      const watch = { planId, runId, language, after, ended };
      await sendEvents(reply, runEventStream(deps, watch));
    }),
    route(cancelRun, ({ actor, params }) => cancel(deps, actor, params, runner.cancel)),
  ];
}

/** A watcher that says where it was; anything else starts from the beginning. */
function eventNumber(header: unknown): number {
  return /^\d{1,9}$/.test(String(header)) ? Number(header) : 0;
}

async function sendEvents(reply: FastifyReply, stream: ReturnType<typeof runEventStream>) {
  await reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no')
    .send(stream);
}
