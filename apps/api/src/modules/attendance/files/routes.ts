import type { Month } from '@xuanpai/contracts/attendance';
import * as files from '@xuanpai/contracts/attendance-files';
import { monthInWords } from '@xuanpai/domain/attendance/printed-sheet';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { type FileReply, type Route, route, xlsx } from '../../../lib/route.ts';
import { findTownship } from '../find-township.ts';
import { readSheet } from '../read-sheet.ts';
import { sheetWorkbook } from './sheet-workbook.ts';
import { readSummary } from './summary.ts';
import { summaryFile } from './summary-file.ts';

export function attendanceFileRoutes(deps: Deps): Route[] {
  return [
    route(files.attendanceSheetFile, ({ actor, params }) => sheetFile(deps, actor, params, false)),
    route(files.blankAttendanceSheet, ({ actor, params }) => sheetFile(deps, actor, params, true)),
    route(files.attendanceSummary, ({ actor, query }) => readSummary(deps, actor, query)),
    route(files.attendanceSummaryFile, ({ actor, query }) => summaryFile(deps, actor, query)),
  ];
}

async function sheetFile(
  deps: Deps,
  actor: Actor,
  { township: key, month }: { township: string; month: Month },
  blank: boolean,
): Promise<FileReply> {
  const township = await findTownship(deps, actor, 'attendance.sheet', key);
  const sheet = await readSheet(deps, actor, township, month);
  const name = `${township.name}${monthInWords(month)}考勤表${blank ? '（空白）' : ''}`;
  return { filename: `${name}.xlsx`, type: xlsx, bytes: await sheetWorkbook(sheet, blank) };
}
