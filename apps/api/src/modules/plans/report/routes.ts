import * as report from '@xuanpai/contracts/plan-report';
import type { Deps } from '../../../lib/deps.ts';
import { docx, type Route, route, xlsx } from '../../../lib/route.ts';
import { openPlan } from '../read/open-plan.ts';
import { presentReport } from './present-report.ts';
import { reportDocument } from './report-document.ts';
import { reportSheet } from './report-sheet.ts';

/** A plan for a leaders' meeting: in the page, as a document, as a workbook. */
export function reportRoutes(deps: Deps): Route[] {
  const open = (id: string) => openPlan(deps.db.prisma, id, deps.today());
  return [
    route(report.getPlanReport, async ({ actor, params }) =>
      presentReport(await open(params.id), actor.language),
    ),
    route(report.exportPlanReport, async ({ params }) => {
      const told = presentReport(await open(params.id), 'zh');
      const filename = `${told.batchName}选派方案汇报（${told.plan.name}）.docx`;
      return { filename, type: docx, bytes: await reportDocument(told) };
    }),
    route(report.exportPlanReportSheet, async ({ params }) => {
      const plan = await open(params.id);
      const told = presentReport(plan, 'zh');
      const filename = `${told.batchName}选派方案汇报（${told.plan.name}）.xlsx`;
      return { filename, type: xlsx, bytes: await reportSheet(plan, told) };
    }),
  ];
}
