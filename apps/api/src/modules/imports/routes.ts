import { forgetColumnMappings, listColumnMappings } from '@xuanpai/contracts/column-mappings';
import { importTemplate } from '@xuanpai/contracts/import-templates';
import * as contract from '@xuanpai/contracts/imports';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { forgetColumns, listColumnChoices } from './column-memory.ts';
import { commitImport } from './commit.ts';
import { createImport } from './create.ts';
import { discardImport } from './discard.ts';
import { problemsFile } from './problems-file.ts';
import { readImport, readImports, readRows } from './read.ts';
import { remapImport } from './remap.ts';
import { templateFile } from './templates/template-file.ts';
import { readUpload } from './upload.ts';

export function importRoutes(deps: Deps): Route[] {
  return [
    route(contract.createImport, async ({ actor, request }) =>
      createImport(deps, actor, await readUpload(request)),
    ),
    route(contract.listImports, async () => ({ items: await readImports(deps) })),
    route(contract.getImport, async ({ actor, params }) => readImport(deps, params.id, actor)),
    route(contract.listImportRows, async ({ params, query }) => readRows(deps, params.id, query)),
    route(contract.remapImport, async ({ actor, params, body }) =>
      remapImport(deps, actor, params.id, body),
    ),
    route(contract.commitImport, async ({ actor, params }) => commitImport(deps, actor, params.id)),
    route(contract.discardImport, async ({ actor, params }) =>
      discardImport(deps, actor, params.id),
    ),
    route(contract.importProblemsFile, async ({ actor, params }) =>
      problemsFile(deps, actor, params.id),
    ),
    route(importTemplate, async ({ params }) => templateFile(deps, params.kind)),
    route(listColumnMappings, async ({ actor }) => ({
      items: await listColumnChoices(deps, actor),
    })),
    route(forgetColumnMappings, async ({ actor, query }) => forgetColumns(deps, actor, query)),
  ];
}
