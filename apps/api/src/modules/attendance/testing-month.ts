import type { AttendanceMonth, SheetRow } from '@xuanpai/contracts/attendance';
import type { Caller, TestApp } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';

/** For tests only: a township's month through the API, as its people log it. */

export function sheetPath(month: string, township: string): string {
  return `/api/attendance/months/${township}/${month}`;
}

export async function townshipId(office: TestApp, name: string): Promise<string> {
  const region = await office.db.prisma.region.findFirstOrThrow({ where: { name } });
  return region.id;
}

export async function readMonth(caller: Caller, path: string): Promise<AttendanceMonth> {
  return accepted(await caller.get(path)).body;
}

/** Marks every empty workday of the rows, saved in one request. */
export async function fill(
  caller: Caller,
  path: string,
  mark: (row: SheetRow) => string = () => 'village',
): Promise<void> {
  const { rows } = await readMonth(caller, path);
  const changes = rows.flatMap((row) =>
    row.unfilled.map((day) => ({
      assignmentId: row.assignmentId,
      day,
      was: row.days[day] ?? null,
      is: mark(row),
    })),
  );
  accepted(await caller.patch(path, { changes }));
}

/** Enters what a month needs beside its cells: every row signed, every shortfall with its reason. */
export async function complete(caller: Caller, path: string, signedOn: string): Promise<void> {
  const { rows } = await readMonth(caller, path);
  const entries = rows.flatMap(({ assignmentId, signedOn: was, short, shortReason }) => [
    { assignmentId, field: 'signedOn', was, is: signedOn },
    ...(short > 0 && shortReason === null
      ? [{ assignmentId, field: 'shortReason', was: null, is: '参加防汛值班' }]
      : []),
  ]);
  accepted(await caller.patch(path, { entries }));
}

/** Takes an act with the version as it is. */
export async function act(caller: Caller, path: string, name: string, body: object = {}) {
  const { version } = await readMonth(caller, path);
  return caller.post(`${path}/${name}`, { version, ...body });
}
