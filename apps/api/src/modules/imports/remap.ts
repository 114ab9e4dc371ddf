import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { Import, remapImport as remapEndpoint } from '@xuanpai/contracts/imports';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, type Fault, invalid, notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import type { CellEdit } from './import-kind.ts';
import { importKinds } from './import-kinds.ts';
import { type LockedImport, lockImport } from './lock-import.ts';
import { columnsOf } from './present.ts';
import { readImport } from './read.ts';
import { checkQueue, queueRun, runOf } from './runs/queue-run.ts';
import type { ImportRunner } from './runs/runner.ts';
import { rememberSigns } from './sign-memory.ts';
import { openFindings } from './staging.ts';

type Body = BodyOf<typeof remapEndpoint>;
type MappedColumn = NonNullable<Body['columns']>[number];

/**
 * Has the file read again, with columns, sheets and signs decided and cells corrected here, against the registers of now.
 * `awaited`: comes back with the new preview; else at once, with the import under way.
 */
export async function remapImport(
  deps: Deps,
  runner: ImportRunner,
  actor: Actor,
  id: string,
  { columns = [], cells = [], sheets = [], signs = [], version }: Body,
  awaited: boolean,
): Promise<Import> {
  if (await runOf(deps.db, deps.keys, id)) throw new ApiError('importUnderWay');
  await checkQueue(deps.db);
  await writeAs(deps, actor, async (tx) => {
    const row = await lockImport(tx, id);
    if (row.status === 'committed') throw new ApiError('alreadyDone');
    if (row.status !== 'previewed' || row.findings === null) throw notFound();
    checkColumns(row, columns);
    checkCells(row, cells);
    const seen = { entity: 'import', id, version: row.version, current: null };
    await checkVersion(tx, seen, version);
    const { edits: known, choices = [] } = openFindings(deps.keys, id, row.findings);
    await rememberSigns(tx, actor.userId, signs);
    const kept = known.filter((edit) => !cells.some((cell) => isSameCell(cell, edit)));
    await queueRun(tx, deps.keys, id, 'read', {
      actor,
      awaited,
      read: {
        kind: row.kind,
        mapping: [...merged(columnsOf(row), columns)],
        changed: columns,
        edits: [...kept, ...cells],
        choices: [
          ...choices.filter((one) => !sheets.some(({ index }) => index === one.index)),
          ...sheets,
        ],
        version,
      },
    });
  });
  runner.wake();
  if (awaited) await runner.ended(id);
  return readImport(deps, id, actor);
}

/** A field that is given to another column leaves the one that it had. */
function merged(known: readonly MappedColumn[], changed: readonly MappedColumn[]) {
  const moved = new Set(changed.map(({ field }) => field));
  const kept = known.map(({ index, field }) => [index, moved.has(field) ? null : field] as const);
  return new Map([...kept, ...changed.map(({ index, field }) => [index, field] as const)]);
}

function isSameCell(left: CellEdit, right: CellEdit): boolean {
  return left.row === right.row && left.field === right.field;
}

function checkColumns(row: LockedImport, columns: readonly MappedColumn[]): void {
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

function checkCells(row: LockedImport, cells: readonly CellEdit[]): void {
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
