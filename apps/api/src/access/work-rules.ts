import { toDate } from '@xuanpai/database/dates';
import { day } from '../testing.ts';
import type { Entries, RowEntry } from './entry.ts';
import type { World } from './world.ts';

const readers = [
  ...(['planner', 'office', 'officer', 'head', 'evaluator'] as const),
  ...(['inspector', 'liaison', 'leader'] as const),
];

const text = { title: '日常工作考核制度', documentNumber: '河组发〔2015〕20号' };
const body = '第一条 为做好日常工作考核，制定本制度。';

async function newest({ district }: World): Promise<number> {
  const { _max } = await district.office.db.prisma.workRule.aggregate({ _max: { edition: true } });
  return _max.edition ?? 0;
}

const rule: RowEntry = {
  ...{ kind: 'row', reach: { all: readers } },
  row: async (world) => {
    const edition = (await newest(world)) + 1;
    const data = { ...text, body, edition, effectiveFrom: toDate(day('2015-04-24')) };
    const { prisma } = world.district.office.db;
    return { id: (await prisma.workRule.create({ data: { ...data, issuedByName: '某' } })).id };
  },
};

export const workRuleEntries: Entries = {
  listWorkRules: { kind: 'whole' },
  getWorkRule: rule,
  exportWorkRule: rule,
  issueWorkRule: {
    kind: 'whole',
    sent: async (world) => ({
      body: { ...text, body, effectiveFrom: '2015-05-01', after: await newest(world) },
    }),
  },
};
