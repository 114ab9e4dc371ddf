import { forgetColumnMappings, listColumnMappings } from '@xuanpai/contracts/column-mappings';
import { importTemplate } from '@xuanpai/contracts/import-templates';
import * as contract from '@xuanpai/contracts/imports';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { isAwaited } from '../../lib/respond-async.ts';
import { type Route, route } from '../../lib/route.ts';
import { cancelRun } from './cancel.ts';
import { forgetColumns, listColumnChoices } from './column-memory.ts';
import { createImport } from './create.ts';
import { discardImport } from './discard.ts';
import { checkKind, checkOwnImport } from './own-kinds.ts';
import { orForgotten } from './pieces.ts';
import { problemsFile } from './problems-file.ts';
import { queueCommit } from './queue-commit.ts';
import { readImport, readImports, readRows } from './read.ts';
import { remapImport } from './remap.ts';
import { createImportRunner } from './runs/runner.ts';
import { templateFile } from './templates/template-file.ts';
import { readUpload } from './upload.ts';
import { uploadSlots } from './upload-slots.ts';

export function importRoutes(deps: Deps): Route[] {
  const runner = createImportRunner(deps);
  deps.beside(runner);
  const uploads = uploadSlots();
  const own = (actor: Actor, id: string) => checkOwnImport(deps, actor, id);
  return [
    route(contract.createImport, async ({ actor, request, reply }) => {
      const upload = await uploads.take(() => readUpload(deps, request));
      return orForgotten(deps, upload.file, () => {
        checkKind(actor, upload.kind);
        return createImport(deps, runner, actor, upload, isAwaited(request, reply));
      });
    }),
    route(contract.listImports, async ({ actor }) => ({
      items: await readImports(deps, actor),
    })),
    route(contract.getImport, async ({ actor, params }) => {
      await own(actor, params.id);
      return readImport(deps, params.id, actor);
    }),
    route(contract.listImportRows, async ({ actor, params, query }) => {
      await own(actor, params.id);
      return readRows(deps, params.id, query, actor.language);
    }),
    route(contract.remapImport, async ({ actor, params, body, request, reply }) => {
      await own(actor, params.id);
      return remapImport(deps, runner, actor, params.id, body, isAwaited(request, reply));
    }),
    route(contract.commitImport, async ({ actor, params, request, reply }) => {
      await own(actor, params.id);
      return queueCommit(deps, runner, actor, params.id, isAwaited(request, reply));
    }),
    route(contract.cancelImport, async ({ actor, params }) => {
      await own(actor, params.id);
      await cancelRun(deps, runner, actor, params.id);
    }),
    route(contract.discardImport, async ({ actor, params }) => {
      await own(actor, params.id);
      await discardImport(deps, actor, params.id);
    }),
    route(contract.importProblemsFile, async ({ actor, params }) => {
      await own(actor, params.id);
      return problemsFile(deps, actor, params.id);
    }),
    route(importTemplate, async ({ params }) => templateFile(deps, params.kind)),
    route(listColumnMappings, async ({ actor }) => ({
      items: await listColumnChoices(deps, actor),
    })),
    route(forgetColumnMappings, async ({ actor, query }) => forgetColumns(deps, actor, query)),
  ];
}
