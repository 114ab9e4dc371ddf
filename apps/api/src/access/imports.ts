import { book, nominee, xlsx } from '../modules/imports/testing-sheets.ts';
import { accepted } from '../testing-plans.ts';
import type { Entries, RowEntry } from './entry.ts';
import { newName, type Owner, type Person, type World } from './world.ts';

const sheet = async () => xlsx(book([nominee({ 姓名: newName() })]));

const days = Array.from({ length: 30 }, (_, at) => at + 1);
const month = async () =>
  xlsx([['2015年4月'], ['姓名', ...days], ['王伟', ...days.map(() => '√')]]);

/** For planners a nominees' book, for officers the month of a township by its own officer. */
async function made({ district: { office, batchId } }: World, owner: Owner, person: Person) {
  const ofTownship = person === 'officer' || person === 'officer2';
  const brought = owner === '郑旺镇党委' ? 'officer' : 'officer2';
  const reply = ofTownship
    ? await office
        .as(brought)
        .upload('/api/imports', { kind: 'attendance' }, 'a.xlsx', await month())
    : await office
        .as('planner')
        .upload('/api/imports', { kind: 'cadres', batchId }, 'a.xlsx', await sheet());
  const { id, version } = accepted(reply).body;
  return { id, version: String(version) };
}

/** A register's preview is for every planner of the district, a month's for the officer who brought it. */
const ofPlanners = (sent?: RowEntry['sent']): RowEntry => ({
  kind: 'row',
  reach: { all: ['planner'], own: ['officer'] },
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
    reach: { all: ['planner', 'officer'] },
    row: ({ district }, _, person) => ({
      batchId: district.batchId,
      kind: person.startsWith('officer') ? 'attendance' : 'cadres',
    }),
    sent: async ({ batchId = '', kind = '' }) => ({
      upload: {
        fields: { kind, batchId },
        bytes: kind === 'attendance' ? await month() : await sheet(),
      },
    }),
    missing: 400,
  },
  getImport: ofPlanners(),
  listImportRows: ofPlanners(),
  remapImport: ofPlanners(({ version }) => ({
    body: { columns: [], cells: [], version: Number(version) },
  })),
  commitImport: { ...ofPlanners(), reached: [422] },
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
