import { live, ready } from '@xuanpai/contracts/health';
import type { FastifyRequest } from 'fastify';
import { ApiError, type Fault } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { hasMetricsToken, isFromHere } from '../../lib/operations.ts';
import { type Route, route } from '../../lib/route.ts';
import { type Readiness, readDisk, readReadiness } from './readiness.ts';

/** Seconds after which it is worth asking again. */
const retryAfter = 5;

export function healthRoutes(deps: Deps): Route[] {
  return [
    route(live, async () => ({ status: 'ok' as const })),
    route(ready, async ({ request }) => {
      const readiness = await readReadiness(deps);
      const inside = maySeeInside(deps, request);
      const faults = faultsOf(readiness);
      if (faults.length > 0) {
        throw new ApiError('unavailable', { retryAfter, faults: inside ? faults : [] });
      }
      const details = inside ? { details: await detailsOf(deps, readiness) } : {};
      return { status: 'ok' as const, database: true, ...details };
    }),
  ];
}

/** Versions and sizes are for those who run the system, not for the network. */
function maySeeInside({ operations }: Deps, request: FastifyRequest) {
  return isFromHere(request) || hasMetricsToken(request, operations);
}

function faultsOf({ database, missing }: Readiness): Fault[] {
  if (!database) {
    return [
      {
        path: 'database',
        code: 'noAnswer',
        message: { zh: '数据库没有应答。', en: 'The database gives no answer.' },
      },
    ];
  }
  return missing.map((name) => ({
    path: 'migrations',
    code: 'missing',
    message: { zh: `数据库还没有迁移 ${name}。`, en: `The database lacks migration ${name}.` },
    remedy: { zh: '请重新启动本程序。', en: 'Start this program anew.' },
  }));
}

async function detailsOf({ db, operations, settings }: Deps, { applied }: Readiness) {
  const { totalCount, idleCount, waitingCount } = db.pool;
  return {
    version: settings.version,
    migrations: applied,
    disk: await readDisk(operations),
    connections: { total: totalCount, idle: idleCount, waiting: waitingCount },
  };
}
