import * as months from '@xuanpai/contracts/attendance';
import * as acts from '@xuanpai/contracts/attendance-acts';
import * as entry from '@xuanpai/contracts/attendance-entry';
import * as overview from '@xuanpai/contracts/attendance-overview';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { confirmAbsence } from './acts/absence.ts';
import { approveCorrection, askCorrection, refuseCorrection } from './acts/correct.ts';
import { confirm, confirmMany, returnSheet } from './acts/decide.ts';
import { sign, submit, withdraw } from './acts/sign.ts';
import { readEditions, readOneEdition } from './editions/read.ts';
import { attendanceFileRoutes } from './files/routes.ts';
import { findTownship } from './find-township.ts';
import { readDistrictMonth, readMonths, readTownshipMonths, readVersion } from './months.ts';
import { districtSheet, monthsSheet } from './overview-sheets.ts';
import { readCadreCard, readPeople } from './people.ts';
import { readSheet } from './read-sheet.ts';
import { saveMonth } from './save-month.ts';

export function attendanceRoutes(deps: Deps): Route[] {
  return [...readingRoutes(deps), ...actRoutes(deps), ...attendanceFileRoutes(deps)];
}

function readingRoutes(deps: Deps): Route[] {
  return [
    route(months.listAttendanceMonths, ({ actor, query }) => readMonths(deps, actor, query.month)),
    route(months.listTownshipMonths, async ({ actor, params: { township } }) =>
      readTownshipMonths(deps, await findTownship(deps, actor, 'attendance.sheet', township)),
    ),
    route(months.getAttendanceMonth, async ({ actor, params: { township, month } }) =>
      readSheet(deps, actor, await findTownship(deps, actor, 'attendance.sheet', township), month),
    ),
    route(months.getAttendanceVersion, async ({ actor, params: { township, month } }) =>
      readVersion(deps, await findTownship(deps, actor, 'attendance.sheet', township), month),
    ),
    route(entry.getDistrictMonth, ({ params }) => readDistrictMonth(deps, params.month)),
    route(overview.exportAttendanceMonths, ({ actor, query }) =>
      monthsSheet(deps, actor, query.month),
    ),
    route(overview.exportDistrictMonth, ({ params }) => districtSheet(deps, params.month)),
    route(entry.listAttendanceRows, ({ actor, query }) => readPeople(deps, actor, query.month)),
    route(entry.getCadreAttendance, ({ actor, params }) => readCadreCard(deps, actor, params.id)),
    route(acts.listEditions, ({ actor, params }) => readEditions(deps, actor, placeOf(params))),
    route(acts.getEdition, ({ actor, params, query }) =>
      readOneEdition(deps, actor, placeOf(params), params.revision, query.against),
    ),
  ];
}

function actRoutes(deps: Deps): Route[] {
  return [
    route(entry.saveAttendanceMonth, ({ actor, params, body }) =>
      saveMonth(deps, actor, params.township, params.month, body),
    ),
    route(acts.signAttendance, ({ actor, params, body }) =>
      sign(deps, actor, placeOf(params), body.version),
    ),
    route(acts.submitAttendance, ({ actor, params, body }) =>
      submit(deps, actor, placeOf(params), body.version),
    ),
    route(acts.withdrawAttendance, ({ actor, params, body }) =>
      withdraw(deps, actor, placeOf(params), body.version),
    ),
    route(acts.confirmAttendance, ({ actor, params, body }) =>
      confirm(deps, actor, placeOf(params), body.version),
    ),
    route(acts.confirmAttendanceMonths, ({ actor, body }) => confirmMany(deps, actor, body)),
    route(acts.returnAttendance, ({ actor, params, body }) =>
      returnSheet(deps, actor, placeOf(params), body),
    ),
    route(acts.askCorrection, ({ actor, params, body }) =>
      askCorrection(deps, actor, placeOf(params), body),
    ),
    route(acts.approveCorrection, ({ actor, params, body }) =>
      approveCorrection(deps, actor, placeOf(params), body.version),
    ),
    route(acts.refuseCorrection, ({ actor, params, body }) =>
      refuseCorrection(deps, actor, placeOf(params), body),
    ),
    route(acts.confirmAbsence, ({ actor, params, body }) =>
      confirmAbsence(deps, actor, placeOf(params), body),
    ),
  ];
}

function placeOf({ township, month }: { township: string; month: months.Month }) {
  return { key: township, month };
}
