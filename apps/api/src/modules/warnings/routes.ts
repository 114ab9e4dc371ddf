import { exportWarnings, getWarnings, listVacancies } from '@xuanpai/contracts/vacancies';
import type { Deps } from '../../lib/deps.ts';
import { readBatch } from '../../lib/records/batch.ts';
import { readWarnings } from '../../lib/records/warnings.ts';
import { type Route, route } from '../../lib/route.ts';
import { warningsSheet } from './sheet.ts';
import { readVacantDays } from './vacant-days.ts';

export function warningRoutes(deps: Deps): Route[] {
  return [
    route(listVacancies, ({ actor, params, query }) =>
      readVacantDays(deps, actor, params.id, query),
    ),
    route(getWarnings, async ({ actor, params, query }) => {
      const batch = await readBatch(deps.db.prisma, params.id);
      return readWarnings(deps, actor, batch, query.on ?? deps.today());
    }),
    route(exportWarnings, ({ actor, params, query }) =>
      warningsSheet(deps, actor, params.id, query.on ?? deps.today()),
    ),
  ];
}
