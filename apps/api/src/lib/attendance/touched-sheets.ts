import type { PlainDate } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../actor.ts';

/** A sheet that reckons with what is about to change. */
export interface TouchedSheet {
  id: string;
  status: string;
  revision: number;
  /** `2015-06`. */
  month: string;
  township: string;
}

/**
 * The sheets that reckon with a cadre's days from one to another, held, so that none is confirmed
 * meanwhile: of the townships of the posts, by month, and where a township cadre's week ends in the
 * next month, that one too (M4).
 */
export function holdSheetsOf(
  tx: Tx,
  cadreId: string,
  from: PlainDate,
  to: PlainDate,
): Promise<TouchedSheet[]> {
  return tx.$queryRaw<TouchedSheet[]>`
    SELECT s.id, s.status::text AS status, s.revision, to_char(s.month, 'YYYY-MM') AS month,
      t.name AS township
    FROM attendance_sheet s JOIN region t ON t.id = s.township_id
    WHERE EXISTS (SELECT 1 FROM assignment a JOIN village v ON v.id = a.village_id
      WHERE a.cadre_id = ${cadreId}::uuid AND a.state = 'inForce' AND v.township_id = s.township_id
        AND daterange(a.starts_on, a.ends_on, '[]') * daterange(${from}::date, ${to}::date, '[]')
          && daterange(CASE WHEN a.tier = 'township' THEN date_trunc('week', s.month::timestamp)::date
            ELSE s.month END, (s.month + interval '1 month')::date))
    ORDER BY s.month, t.code FOR UPDATE OF s`;
}

/**
 * What was signed or submitted before the change goes back to its township, with the reason; rows that
 * a cadre signed (`cadreId` null: all of them) lose the signature, for they were signed otherwise. Pages
 * that are open see it by the version. Gives what went back, as `郑旺镇 2015-06`.
 */
export async function reopenSheets(
  tx: Tx,
  actor: Actor,
  sheets: readonly TouchedSheet[],
  { reason, cadreId }: { reason: string; cadreId: string | null },
): Promise<string[]> {
  if (sheets.length === 0) return [];
  const isSigned = ({ status }: TouchedSheet) => status === 'signed' || status === 'submitted';
  const signed = sheets.filter(isSigned);
  const idsOf = (some: readonly TouchedSheet[]) => ({ in: some.map(({ id }) => id) });
  const where = {
    ...{ sheetId: idsOf(sheets), signedOn: { not: null } },
    ...(cadreId === null ? {} : { cadreId }),
  };
  const rows = await tx.attendanceRow.findMany({ where, select: { sheetId: true } });
  const changed = sheets.filter(
    (sheet) => isSigned(sheet) || rows.some(({ sheetId }) => sheetId === sheet.id),
  );
  await tx.attendanceSheet.updateMany({
    where: { id: idsOf(changed) },
    data: { version: { increment: 1 } },
  });
  await tx.attendanceSheet.updateMany({
    where: { id: idsOf(signed) },
    data: { status: 'returned' },
  });
  await tx.attendanceRow.updateMany({
    where,
    data: { signedOn: null, version: { increment: 1 } },
  });
  await tx.attendanceEvent.createMany({
    data: signed.map(({ id, revision }) => ({
      ...{ sheetId: id, act: 'reopen' as const, revision, reason },
      ...{ byId: actor.userId, byName: actor.name },
    })),
  });
  return signed.map(({ township, month }) => `${township} ${month}`);
}
