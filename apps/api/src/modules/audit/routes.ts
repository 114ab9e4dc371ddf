import { exportAudit, getAuditEntry, listAudit, verifyAudit } from '@xuanpai/contracts/audit';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { verify } from './acts.ts';
import { readEntry, readLog } from './read.ts';
import { auditSheet } from './sheet.ts';

export function auditRoutes(deps: Deps): Route[] {
  return [
    route(listAudit, async ({ query }) => readLog(deps, query)),
    route(exportAudit, async ({ actor, query }) => auditSheet(deps, actor, query)),
    route(getAuditEntry, async ({ params, query }) => readEntry(deps, params.seq, query)),
    route(verifyAudit, async ({ actor }) => verify(deps, actor)),
  ];
}
