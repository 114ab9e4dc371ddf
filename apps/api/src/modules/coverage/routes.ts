import {
  exportCoverage,
  getCoverage,
  listBatchVillages,
  overrideTier,
} from '@xuanpai/contracts/coverage';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { readBatchOnDay } from '../../lib/records/batch-on-day.ts';
import { type Route, route } from '../../lib/route.ts';
import { setTier } from './override.ts';
import { readCoverage } from './read-coverage.ts';
import { coverageSheet } from './sheet.ts';

export function coverageRoutes(deps: Deps): Route[] {
  return [
    route(getCoverage, async ({ actor, params, query }) =>
      readCoverage(deps, actor, params.id, query),
    ),
    route(exportCoverage, async ({ actor, params }) => coverageSheet(deps, actor, params.id)),
    route(listBatchVillages, async ({ params }) => {
      const items = await listVillages(params.id);
      return { items, total: items.length };
    }),
    route(overrideTier, async ({ actor, params, body }) => {
      await setTier(deps, actor, params, body);
      const villages = await listVillages(params.id);
      const village = villages.find(({ villageId }) => villageId === params.villageId);
      if (!village) throw notFound();
      return village;
    }),
  ];

  async function listVillages(batchId: string) {
    const { villages } = await readBatchOnDay(deps, batchId);
    return villages.map(({ led: _, ...village }) => village);
  }
}
