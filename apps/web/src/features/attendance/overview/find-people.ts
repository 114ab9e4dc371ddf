import type { SheetRow } from '@xuanpai/contracts/attendance';

type Found = Pick<SheetRow, 'cadreName' | 'villageName' | 'unitName' | 'townshipId'>;

/** Those whose name, village or unit has the text, in a township where one is chosen. */
export function findPeople<Row extends Found>(
  rows: readonly Row[],
  { q, townshipId }: { q: string | null; townshipId: string | null },
): Row[] {
  const asked = q?.trim().toLowerCase() ?? '';
  return rows.filter((row) => {
    if (townshipId !== null && row.townshipId !== townshipId) return false;
    return [row.cadreName, row.villageName, row.unitName].some((text) =>
      text.toLowerCase().includes(asked),
    );
  });
}
