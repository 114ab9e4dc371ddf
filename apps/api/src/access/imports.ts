import { book, nominee, xlsx } from '../modules/imports/testing-sheets.ts';
import { accepted } from '../testing-plans.ts';
import type { Entries, RowEntry } from './entry.ts';
import { newName, type World } from './world.ts';

const sheet = async () => xlsx(book([nominee({ 姓名: newName() })]));

async function made({ district }: World) {
  const { office, batchId } = district;
  const fields = { kind: 'cadres', batchId };
  const reply = await office.as('planner').upload('/api/imports', fields, 'a.xlsx', await sheet());
  const { id, version } = accepted(reply).body;
  return { id, version: String(version) };
}

/** A preview is for every planner of the district, whoever uploaded it. */
const ofPlanners = (sent?: RowEntry['sent']): RowEntry => ({
  kind: 'row',
  reach: { all: ['planner'] },
  row: made,
  ...(sent ? { sent } : {}),
});

export const importEntries: Entries = {
  listImports: { kind: 'whole' },
  listColumnMappings: { kind: 'whole' },
  forgetColumnMappings: { kind: 'whole' },
  createImport: {
    kind: 'row',
    named: 'batchId',
    key: 'batchId',
    reach: { all: ['planner'] },
    row: ({ district }) => ({ batchId: district.batchId }),
    sent: async ({ batchId = '' }) => ({
      upload: { fields: { kind: 'cadres', batchId }, bytes: await sheet() },
    }),
    missing: 400,
  },
  getImport: ofPlanners(),
  listImportRows: ofPlanners(),
  remapImport: ofPlanners(({ version }) => ({
    body: { columns: [], cells: [], version: Number(version) },
  })),
  commitImport: ofPlanners(),
  cancelImport: { ...ofPlanners(), reached: [409] },
  discardImport: ofPlanners(),
  importTemplate: {
    kind: 'row',
    key: 'kind',
    reach: { all: ['planner'] },
    row: () => ({ kind: 'units' }),
    missing: 400,
    missingId: 'cities',
  },
  importProblemsFile: ofPlanners(),
};
