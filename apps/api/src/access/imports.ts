import { book, nominee, xlsx } from '../modules/imports/testing-sheets.ts';
import { accepted } from '../testing-plans.ts';
import type { Entries, RowEntry } from './entry.ts';
import { newName, type Owner, type Person, type World } from './world.ts';

const sheet = async () => xlsx(book([nominee({ 姓名: newName() })]));

const days = Array.from({ length: 30 }, (_, at) => at + 1);
const month = async () =>
  xlsx([['2015年4月'], ['姓名', ...days], ['王伟', ...days.map(() => '√')]]);

const ballots = () =>
  xlsx([
    ['村', '姓名', '组别', '发出'],
    ['大尤家村', '王伟', '党员', 1],
  ]);
const evaluates = (person: Person) => person === 'evaluator' || person === 'office';

/** For planners a nominees' book, for officers the month of a township by its own officer, for evaluators ballots. */
async function made({ district: { office, batchId } }: World, owner: Owner, person: Person) {
  const ofTownship = person === 'officer' || person === 'officer2';
  const brought = owner === '郑旺镇党委' ? 'officer' : 'officer2';
  const reply = evaluates(person)
    ? await office.as(person).upload('/api/imports', { kind: 'ballots' }, 'a.xlsx', await ballots())
    : ofTownship
      ? await office
          .as(brought)
          .upload('/api/imports', { kind: 'attendance' }, 'a.xlsx', await month())
      : await office
          .as('planner')
          .upload('/api/imports', { kind: 'cadres', batchId }, 'a.xlsx', await sheet());
  const { id, version } = accepted(reply).body;
  return { id, version: String(version) };
}

/** A register's preview is for every planner of the district, another one for whoever brought it. */
const ofPlanners = (sent?: RowEntry['sent']): RowEntry => ({
  kind: 'row',
  reach: { all: ['planner', 'office', 'evaluator'], own: ['officer'] },
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
    reach: { all: ['planner', 'office', 'officer', 'evaluator'] },
    row: ({ district }, _, person) => ({
      batchId: district.batchId,
      kind: evaluates(person) ? 'ballots' : person.startsWith('officer') ? 'attendance' : 'cadres',
    }),
    sent: async ({ batchId = '', kind = '' }) => ({
      upload: {
        fields: { kind, batchId },
        bytes: await (kind === 'ballots' ? ballots() : kind === 'attendance' ? month() : sheet()),
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
