import type { Examined, ImportContext, ImportKindOf, OpenedFile, TableRow } from './import-kind.ts';

/** For registers whose rows are few and lean on each other: all are judged at the first look. */
export function examinedAtOnce<Record>(
  examine: (
    context: ImportContext,
    rows: TableRow[],
    file: OpenedFile,
  ) => Promise<Examined<Record>>,
): ImportKindOf<Record>['open'] {
  return async (context, table, file) => {
    const { rows, ...about } = await examine(context, [...table], file);
    const judged = new Map(rows.map((row) => [row.row, row]));
    return {
      ...about,
      examine: async (asked) => asked.flatMap(({ row }) => judged.get(row) ?? []),
    };
  };
}
