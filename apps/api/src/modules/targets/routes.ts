import * as decisions from '@xuanpai/contracts/target-decisions';
import * as reports from '@xuanpai/contracts/target-reports';
import * as templates from '@xuanpai/contracts/target-templates';
import * as contract from '@xuanpai/contracts/targets';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { actOnReports } from './acts.ts';
import { adjust, choose, chooseOfMany, judge, setFigure } from './decide.ts';
import { readCounts, readGridLines } from './grid.ts';
import { targetGridFile } from './grid-file.ts';
import { readEditions, readPeriods } from './periods.ts';
import { saveSheets } from './save.ts';
import { targetSheetFile } from './sheet-file.ts';
import { readSheets } from './sheets.ts';
import {
  adoptTemplate,
  copyTemplate,
  readTemplate,
  readTemplates,
  removeTemplate,
  saveTemplate,
} from './templates.ts';
import { readVillage } from './village.ts';

export function targetRoutes(deps: Deps): Route[] {
  return [
    route(contract.getTargets, ({ actor, query }) => readGridLines(deps, actor, query)),
    route(contract.countTargets, ({ actor, query }) => readCounts(deps, actor, query)),
    route(contract.exportTargets, ({ actor, query }) => targetGridFile(deps, actor, query)),
    route(contract.getVillageTargets, ({ actor, params, query }) =>
      readVillage(deps, actor, params.villageId, query),
    ),
    route(decisions.adjustTarget, ({ actor, params, body }) =>
      adjust(deps, actor, params.villageId, body),
    ),
    route(decisions.chooseTargets, ({ actor, params, body }) =>
      choose(deps, actor, params.villageId, body),
    ),
    route(decisions.chooseTargetsOfMany, ({ actor, body }) => chooseOfMany(deps, actor, body)),
    route(decisions.judgeTarget, ({ actor, params, body }) =>
      judge(deps, actor, params.villageId, body),
    ),
    route(decisions.setTownshipFigure, ({ actor, params, body }) =>
      setFigure(deps, actor, params.townshipId, body),
    ),
    ...reportRoutes(deps),
    ...templateRoutes(deps),
  ];
}

function reportRoutes(deps: Deps): Route[] {
  return [
    route(reports.listTargetPeriods, ({ actor, query }) => readPeriods(deps, actor, query.batchId)),
    route(reports.getTargetSheets, ({ actor, params, query }) =>
      readSheets(deps, actor, { ...params, ...query }),
    ),
    route(reports.saveTargetSheets, ({ actor, params, body }) =>
      saveSheets(deps, actor, params, body),
    ),
    route(reports.submitTargets, ({ actor, params, body }) =>
      actOnReports(deps, actor, 'submit', params, body),
    ),
    route(reports.withdrawTargets, ({ actor, params, body }) =>
      actOnReports(deps, actor, 'withdraw', params, body),
    ),
    route(reports.confirmTargets, ({ actor, params, body }) =>
      actOnReports(deps, actor, 'confirm', params, body),
    ),
    route(reports.returnTargets, ({ actor, params, body }) =>
      actOnReports(deps, actor, 'return', params, body),
    ),
    route(reports.reopenTargets, ({ actor, params, body }) =>
      actOnReports(deps, actor, 'reopen', params, body),
    ),
    route(reports.exportTargetSheets, ({ actor, params, query }) =>
      targetSheetFile(deps, actor, { ...params, ...query }),
    ),
    route(reports.listTargetEditions, ({ actor, params }) =>
      readEditions(deps, actor, params.sheetId),
    ),
  ];
}

function templateRoutes(deps: Deps): Route[] {
  return [
    route(templates.listTargetTemplates, async () => {
      const items = await readTemplates(deps);
      return { items, total: items.length };
    }),
    route(templates.getTargetTemplate, ({ params }) => readTemplate(deps, params.id)),
    route(templates.copyTargetTemplate, ({ actor, body }) => copyTemplate(deps, actor, body)),
    route(templates.saveTargetTemplate, ({ actor, params, body }) =>
      saveTemplate(deps, actor, params.id, body),
    ),
    route(templates.deleteTargetTemplate, ({ actor, params, query }) =>
      removeTemplate(deps, actor, params.id, query.version),
    ),
    route(templates.adoptTargetTemplate, ({ actor, params, body }) =>
      adoptTemplate(deps, actor, params.id, body),
    ),
  ];
}
