import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { Import, remapImport as remapEndpoint } from '@xuanpai/contracts/imports';
import type { Import as ImportRecord } from '@xuanpai/database/generated/client';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, type Fault, invalid, notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { rememberColumns } from './column-memory.ts';
import { lockImport } from './commit.ts';
import type { CellEdit } from './import-kind.ts';
import { importKinds } from './import-kinds.ts';
import { columnsOf, presentImport } from './present.ts';
import { previewOf } from './preview.ts';
import { openFile, openFindings } from './staging.ts';
import { previewColumns, storeRows } from './store.ts';

type Body = BodyOf<typeof remapEndpoint>;
type MappedColumn = NonNullable<Body['columns']>[number];

/** Reads the file again, with columns mapped and cells corrected here, against the registers of now. */
export async function remapImport(
  deps: Deps,
  actor: Actor,
  id: string,
  { columns = [], cells = [], version }: Body,
): Promise<Import> {
  const row = await deps.db.prisma.import.findUnique({ where: { id } });
  const bytes = row ? fileOf(deps, row) : null;
  if (!row || !bytes) throw notFound();
  checkColumns(row, columns);
  checkCells(row, cells);
  const known = openFindings(deps.keys, id, row.findings).edits;
  const read = await previewOf(deps, {
    ...row,
    bytes,
    mapping: merged(columnsOf(row), columns),
    userId: actor.userId,
    edits: [...known.filter((edit) => !cells.some((cell) => isSameCell(cell, edit))), ...cells],
  });
  const preview = { ...read, remembered: stillRemembered(columnsOf(row), columns) };
  const renewed = await writeAs(
    deps,
    actor,
    async (tx) => {
      const locked = await lockImport(tx, id);
      fileOf(deps, locked);
      const seen = { entity: 'import', id, version: locked.version, current: null };
      await checkVersion(tx, seen, version);
      await rememberColumns(tx, actor.userId, row.kind, withHeadings(columnsOf(row), columns));
      await tx.importRow.deleteMany({ where: { importId: id } });
      await storeRows(tx, deps.keys, id, preview);
      const data = { ...previewColumns(deps.keys, id, preview), version: { increment: 1 } };
      return tx.import.update({ where: { id }, data });
    },
    { limit: 'import' },
  );
  return presentImport(deps.keys, renewed, actor);
}

/** A field that is given to another column leaves the one that it had. */
function merged(known: readonly MappedColumn[], changed: readonly MappedColumn[]) {
  const moved = new Set(changed.map(({ field }) => field));
  const kept = known.map(({ index, field }) => [index, moved.has(field) ? null : field] as const);
  return new Map([...kept, ...changed.map(({ index, field }) => [index, field] as const)]);
}

function withHeadings(known: ReturnType<typeof columnsOf>, changed: readonly MappedColumn[]) {
  const headings = new Map(known.map(({ index, heading }) => [index, heading]));
  return changed.map(({ index, field }) => ({ heading: headings.get(index) ?? '', field }));
}

/** What somebody decides here isn't of an earlier time any more. */
function stillRemembered(known: ReturnType<typeof columnsOf>, changed: readonly MappedColumn[]) {
  const kept = known.filter(
    ({ index, field, remembered }) =>
      remembered &&
      !changed.some((one) => one.index === index || (field !== null && one.field === field)),
  );
  return new Set(kept.map(({ index }) => index));
}

function isSameCell(left: CellEdit, right: CellEdit): boolean {
  return left.row === right.row && left.field === right.field;
}

/** Throws `alreadyDone` once it is committed; null when the file was swept or discarded. */
function fileOf({ keys }: Deps, { id, status, fileCipher }: ImportRecord): Buffer | null {
  if (status === 'committed') throw new ApiError('alreadyDone');
  if (status === 'discarded' || !fileCipher) return null;
  return openFile(keys, id, fileCipher);
}

function checkColumns(row: ImportRecord, columns: readonly MappedColumn[]): void {
  const known = new Set(importKinds[row.kind].columns.map(({ field }) => field));
  const indexes = new Set(columnsOf(row).map(({ index }) => index));
  const chosen = columns.flatMap(({ field }) => field ?? []);
  const faults = columns.flatMap(({ index, field }, at): Fault[] => {
    const path = `columns.${at}`;
    if (!indexes.has(index)) return [{ path: `${path}.index`, ...messages.noColumn }];
    if (field !== null && !known.has(field))
      return [{ path: `${path}.field`, ...messages.noField }];
    const twice = field !== null && chosen.filter((other) => other === field).length > 1;
    return twice ? [{ path: `${path}.field`, ...messages.twice }] : [];
  });
  if (faults.length > 0) throw invalid(faults);
}

function checkCells(row: ImportRecord, cells: readonly CellEdit[]): void {
  const mapped = new Set(columnsOf(row).map(({ field }) => field));
  const faults = cells.flatMap(({ field }, at): Fault[] =>
    mapped.has(field) ? [] : [{ path: `cells.${at}.field`, ...messages.noColumn }],
  );
  if (faults.length > 0) throw invalid(faults);
}

const messages = {
  noColumn: {
    code: 'unknown',
    message: { zh: '表里没有这一列。', en: 'The sheet has no such column.' },
  },
  noField: { code: 'unknown', message: { zh: '没有这个字段。', en: 'There is no such field.' } },
  twice: {
    code: 'fieldTwice',
    message: { zh: '一个字段只能对应一列。', en: 'A field takes one column.' },
  },
};
