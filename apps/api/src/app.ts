import fastify, { type FastifyInstance, LogController } from 'fastify';
import { v7 as uuid } from 'uuid';
import type { Background, Deps, ProcessDeps } from './lib/deps.ts';
import { gatherSweep } from './lib/evaluation/gather.ts';
import { evidenceSweep } from './lib/evidence/files.ts';
import { keySweep } from './lib/idempotency.ts';
import { shippedSweep } from './lib/letters/keep-shipped.ts';
import { type LogChoice, logOptions } from './lib/log/log-options.ts';
import { noOperations, type Operations } from './lib/operations.ts';
import type { Route } from './lib/route.ts';
import { type Sweep, upkeep } from './lib/upkeep.ts';
import { appraisalRoutes } from './modules/appraisals/routes.ts';
import { assignmentRoutes } from './modules/assignments/routes.ts';
import { attendanceRoutes } from './modules/attendance/routes.ts';
import { auditRoutes } from './modules/audit/routes.ts';
import { authRoutes } from './modules/auth/routes.ts';
import { authSweeps } from './modules/auth/sweep.ts';
import { ballotRoutes } from './modules/ballots/routes.ts';
import { batchRoutes } from './modules/batches/routes.ts';
import { benefitRoutes } from './modules/benefits/routes.ts';
import { cadreRoutes } from './modules/cadres/routes.ts';
import { calendarRoutes } from './modules/calendar/routes.ts';
import { coverageRoutes } from './modules/coverage/routes.ts';
import { evaluationRoutes } from './modules/evaluations/routes.ts';
import { evidenceRoutes } from './modules/evidence/routes.ts';
import { exampleRoutes } from './modules/examples/routes.ts';
import { gradeRoutes } from './modules/grades/routes.ts';
import { healthRoutes } from './modules/health/routes.ts';
import { homeRoutes } from './modules/home/routes.ts';
import { importRoutes } from './modules/imports/routes.ts';
import { sweepImports } from './modules/imports/sweep.ts';
import { inspectionRoutes } from './modules/inspections/routes.ts';
import { leaveRoutes } from './modules/leaves/routes.ts';
import { letterRoutes } from './modules/letters/routes.ts';
import { nominationRoutes } from './modules/nominations/routes.ts';
import { planRoutes } from './modules/plans/routes.ts';
import { runSweep } from './modules/plans/runs/sweep.ts';
import { policyRoutes } from './modules/policy/routes.ts';
import { regionRoutes } from './modules/regions/routes.ts';
import { searchRoutes } from './modules/search/routes.ts';
import { spotCheckRoutes } from './modules/spot-checks/routes.ts';
import { supportRoutes } from './modules/support/routes.ts';
import { targetRoutes } from './modules/targets/routes.ts';
import { townshipBenefitRoutes } from './modules/township-benefits/routes.ts';
import { trainingRoutes } from './modules/trainings/routes.ts';
import { unitRoutes } from './modules/units/routes.ts';
import { userRoutes } from './modules/users/routes.ts';
import { villageRoutes } from './modules/villages/routes.ts';
import { warningRoutes } from './modules/warnings/routes.ts';
import { workExpenseRoutes } from './modules/work-expenses/routes.ts';
import { workRuleRoutes } from './modules/work-rules/routes.ts';
import { registerCompression } from './plugins/compression.ts';
import { registerEndpoints } from './plugins/endpoints.ts';
import { registerErrors, registerNotFound, sendFrameworkError } from './plugins/errors.ts';
import { jsonParser } from './plugins/json-body.ts';
import { registerMetrics } from './plugins/metrics.ts';
import { registerOpenApi } from './plugins/openapi.ts';
import { requestCountSweep } from './plugins/request-counts.ts';
import { registerRequestLog } from './plugins/request-log.ts';
import { registerSecurity } from './plugins/security.ts';
import { registerStatic } from './plugins/static.ts';

export interface AppOptions {
  trustProxy?: string | null;
  /** Unset: nothing is logged. */
  log?: LogChoice;
  operations?: Operations;
  /** Other endpoints than the product's: tests of the request path bind their own. */
  routes?: (deps: Deps) => Route[];
}

/** Everything that the server answers to; the only place that knows the modules. */
export function routesOf(deps: Deps): Route[] {
  return [
    ...healthRoutes(deps),
    ...authRoutes(deps),
    ...homeRoutes(deps),
    ...userRoutes(deps),
    ...auditRoutes(deps),
    ...batchRoutes(deps),
    ...planRoutes(deps),
    ...assignmentRoutes(deps),
    ...attendanceRoutes(deps),
    ...letterRoutes(deps),
    ...gradeRoutes(deps),
    ...warningRoutes(deps),
    ...policyRoutes(deps),
    ...coverageRoutes(deps),
    ...nominationRoutes(deps),
    ...regionRoutes(deps),
    ...villageRoutes(deps),
    ...unitRoutes(deps),
    ...cadreRoutes(deps),
    ...calendarRoutes(deps),
    ...leaveRoutes(deps),
    ...spotCheckRoutes(deps),
    ...trainingRoutes(deps),
    ...exampleRoutes(deps),
    ...evidenceRoutes(deps),
    ...inspectionRoutes(deps),
    ...ballotRoutes(deps),
    ...evaluationRoutes(deps),
    ...appraisalRoutes(deps),
    ...workRuleRoutes(deps),
    ...supportRoutes(deps),
    ...targetRoutes(deps),
    ...benefitRoutes(deps),
    ...workExpenseRoutes(deps),
    ...townshipBenefitRoutes(deps),
    ...searchRoutes(deps),
    ...importRoutes(deps),
  ];
}

/** What is removed, or reckoned anew, once an hour. */
const sweepsOf = (deps: Deps): Sweep[] => [
  ...[...authSweeps, keySweep, runSweep, { name: 'imports', run: sweepImports }],
  requestCountSweep,
  evidenceSweep(deps),
  gatherSweep(deps),
  shippedSweep,
];

/** Builds the application without listening. Throws when an endpoint is declared wrongly. */
export async function build(deps: ProcessDeps, options: AppOptions = {}): Promise<FastifyInstance> {
  const app = fastify({
    logger: options.log ? logOptions(options.log) : false,
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 2 * 1024 * 1024,
    // A request must have arrived in this time; nobody holds a connection open by trickling bytes.
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    // Who has a connection is still served while the application closes.
    return503OnClosing: false,
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'requestId',
    }),
    genReqId: () => uuid(),
    frameworkErrors: sendFrameworkError,
    routerOptions: { maxParamLength: 200 },
  });
  app.addContentTypeParser('application/json', { parseAs: 'string' }, jsonParser(app));
  registerRequestLog(app);
  const beside = ({ start, stop }: Background) => {
    app.addHook('onReady', async () => start());
    app.addHook('preClose', stop);
  };
  const { operations = noOperations } = options;
  const complete: Deps = { ...deps, log: app.log, operations, beside };
  beside(upkeep(complete, sweepsOf(complete)));
  registerErrors(app);
  await registerSecurity(app, complete);
  registerMetrics(app, complete);
  await registerCompression(app);
  const routes = (options.routes ?? routesOf)(complete);
  registerEndpoints(app, complete, routes);
  await registerOpenApi(app, complete, routes);
  if (deps.settings.webRoot) await registerStatic(app, deps.settings.webRoot);
  else registerNotFound(app);
  return app;
}
