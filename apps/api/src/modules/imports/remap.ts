import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { Import, remapImport as remapEndpoint } from '@xuanpai/contracts/imports';
import type { Import as ImportRecord } from '@xuanpai/database/generated/client';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, type Fault, invalid, notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { lockImport } from './commit.ts';
import { importKinds } from './import-kinds.ts';
import { columnsOf, presentImport } from './present.ts';
import { previewOf } from './preview.ts';
import { openFile } from './staging.ts';
import { previewColumns, storeRows } from './store.ts';

/** Reads the file again with columns mapped by hand, against the registers as they are now. */
export async function remapImport(
  deps: Deps,
  actor: Actor,
  id: string,
  { columns, version }: BodyOf<typeof remapEndpoint>,
): Promise<Import> {
  const row = await deps.db.prisma.import.findUnique({ where: { id } });
  const bytes = row ? fileOf(deps, row) : null;
  if (!row || !bytes) throw notFound();
  checkColumns(row, columns);
  const mapping = new Map(columnsOf(row).map(({ index, field }) => [index, field]));
  for (const { index, field } of columns) mapping.set(index, field);
  const preview = await previewOf(deps, { ...row, bytes, mapping });
  const renewed = await writeAs(
    deps,
    actor,
    async (tx) => {
      const locked = await lockImport(tx, id);
      fileOf(deps, locked);
      await checkVersion(
        tx,
        { entity: 'import', id, version: locked.version, current: null },
        version,
      );
      await tx.importRow.deleteMany({ where: { importId: id } });
      await storeRows(tx, deps.keys, id, preview);
      const data = { ...previewColumns(deps.keys, id, preview), version: { increment: 1 } };
      return tx.import.update({ where: { id }, data });
    },
    { limit: 'import' },
  );
  return presentImport(deps.keys, renewed, actor.language);
}

/** Throws `alreadyDone` once it is committed; null when the file was swept or discarded. */
function fileOf({ keys }: Deps, { id, status, fileCipher }: ImportRecord): Buffer | null {
  if (status === 'committed') throw new ApiError('alreadyDone');
  if (status === 'discarded' || !fileCipher) return null;
  return openFile(keys, id, fileCipher);
}

function checkColumns(row: ImportRecord, columns: BodyOf<typeof remapEndpoint>['columns']): void {
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
