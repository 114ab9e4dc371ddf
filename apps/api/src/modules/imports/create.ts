import type { Import } from '@xuanpai/contracts/imports';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../lib/actor.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { writeAs } from '../../lib/write.ts';
import { presentImport } from './present.ts';
import { previewOf } from './preview.ts';
import { sealFile } from './staging.ts';
import { countsOf, previewColumns, storeRows } from './store.ts';
import { sweepImports } from './sweep.ts';
import type { Upload } from './upload.ts';

/** Reads an upload and keeps its preview; the registers stay as they are. */
export async function createImport(deps: Deps, actor: Actor, upload: Upload): Promise<Import> {
  const preview = await previewOf(deps, {
    ...upload,
    mapping: null,
    userId: actor.userId,
    edits: [],
  });
  const { kind, batchId } = preview;
  const id = uuid();
  const created = await writeAs(
    deps,
    actor,
    async (tx) => {
      await sweepImports(tx);
      const row = await tx.import.create({
        data: {
          id,
          kind,
          batchId,
          filename: upload.filename,
          fileSize: upload.bytes.length,
          fileCipher: sealFile(deps.keys, id, upload.bytes),
          createdById: actor.userId ?? '',
          createdByName: actor.name,
          ...previewColumns(deps.keys, id, preview),
        },
      });
      await storeRows(tx, deps.keys, id, preview);
      record(tx, {
        action: 'import.preview',
        entity: 'import',
        entityId: id,
        params: { kind, filename: row.filename, counts: countsOf(preview) },
      });
      return row;
    },
    { limit: 'import' },
  );
  return presentImport(deps.keys, created, actor);
}
