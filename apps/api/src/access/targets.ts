import { permissions } from '@xuanpai/contracts/permissions';
import { newReport } from '../modules/targets/testing-reports.ts';
import type { Entries, RowEntry } from './entry.ts';
import { districtWide, readers } from './registers.ts';
import { seenVillages } from './villages.ts';
import { newName, nobody, type Owner, type World } from './world.ts';

const reach = readers;
const planner = { all: ['planner'] } as const;
const period = '2015Q3';
const batchQuery = (_: unknown, { district }: World) => ({
  query: { batchId: district.batchId },
});

function townshipOf({ district }: World, owner: Owner): string {
  const inZhengwang = owner === '郑旺镇党委' || owner === '区水利局';
  return district.townships[inZhengwang ? '郑旺镇' : '朝阳街道'];
}

const village = (world: World, owner: Owner) => ({ villageId: world.villages[owner] });
const sheet: RowEntry['row'] = (world, owner) => ({ townshipId: townshipOf(world, owner), period });

function onVillage(of: RowEntry['reach'], body: (world: World) => object): RowEntry {
  return {
    ...{ kind: 'row', key: 'villageId', reach: of, row: village },
    sent: (_, world) => ({ body: { batchId: world.district.batchId, ...body(world) } }),
  };
}

/** The period isn't over in the small district: whoever reaches the township is told so. */
function act(of: RowEntry['reach'], body: object = {}): RowEntry {
  return {
    ...{ kind: 'row', key: 'townshipId', reach: of, row: sheet, reached: [409] },
    sent: (_, { district }) => {
      const villages = [{ villageId: nobody, version: 1 }];
      return { body: { batchId: district.batchId, villages, ...body } };
    },
  };
}

async function newTemplate({ district }: World) {
  const { prisma } = district.office.db;
  const { id } = await prisma.targetTemplate.create({
    data: { family: `own${newName()}`, edition: 1, name: newName('模') },
  });
  return { id };
}

const named = { name: '本办模板', kinds: [], poor: false, note: null };
const measure = {
  ...{ key: 'roads', aim: 1, aimName: '民生', name: '道路', kind: 'yesNo', source: 'report' },
  ...{ unit: null, direction: 'atLeast', threshold: null, policyKey: null, thresholdRank: null },
  ...{ period: 'once', binding: true, weight: 1, figure: null, onlyKinds: [], evidence: false },
  basis: { kind: 'reading', source: '按本办理解' },
};

export const targetEntries: Entries = {
  getTargets: {
    kind: 'list',
    query: ({ district }) => ({ batchId: district.batchId }),
    rows: seenVillages,
  },
  exportTargets: {
    kind: 'list',
    query: ({ district }) => ({ batchId: district.batchId }),
    rows: (world) => seenVillages(world).map(({ name, seenBy }) => ({ mark: name, seenBy })),
  },
  countTargets: {
    kind: 'list',
    query: ({ district }) => ({ batchId: district.batchId }),
    rows: ({ district: { townships } }) => [
      { mark: townships.郑旺镇, seenBy: [...districtWide, 'officer', 'head'] },
      { mark: townships.朝阳街道, seenBy: [...districtWide, 'officer2', 'liaison'] },
    ],
  },
  getVillageTargets: { kind: 'row', key: 'villageId', reach, row: village, sent: batchQuery },
  adjustTarget: onVillage(planner, () => ({
    ...{ measureKey: 'operatingIncome', effectiveFrom: '2015-06-01', threshold: '60000' },
    ...{ thresholdRank: null, leftOut: false, reason: '起点较高' },
  })),
  chooseTargets: onVillage(planner, () => ({ families: ['fourGoods'], reason: '按社区要求' })),
  chooseTargetsOfMany: {
    kind: 'whole',
    sent: ({ district, villages }) => ({
      body: {
        ...{ batchId: district.batchId, villageIds: [villages.区财政局] },
        ...{ families: ['fourGoods'], reason: '按社区要求' },
      },
    }),
  },
  judgeTarget: onVillage({ all: ['planner', 'office'] }, () => ({
    ...{ measureKey: 'rankInTownship', rank: 'middle', judgedOn: '2015-04-20' },
    ground: '镇党委集体研究',
  })),
  setTownshipFigure: {
    ...{ kind: 'row', key: 'townshipId', reach: planner },
    row: (world, owner) => ({ townshipId: townshipOf(world, owner) }),
    sent: () => ({
      body: {
        ...{ measureKey: 'incomeGrowth', period: '2015Q4', value: '8.3' },
        ...{ source: '区统计局', version: null },
      },
    }),
    // Entered already, by whoever came first: let in, and told so.
    reached: [409],
  },
  listTargetPeriods: {
    kind: 'list',
    query: ({ district }) => ({ batchId: district.batchId }),
    // The villages of 朝阳街道 have no targets.
    rows: ({ district }) => [
      { mark: district.townships.郑旺镇, seenBy: [...districtWide, 'officer', 'head'] },
    ],
  },
  getTargetSheets: { kind: 'row', key: 'townshipId', reach, row: sheet, sent: batchQuery },
  exportTargetSheets: { kind: 'row', key: 'townshipId', reach, row: sheet, sent: batchQuery },
  saveTargetSheets: {
    ...act({ own: ['officer'] }),
    sent: (_, { district }) => ({
      body: {
        batchId: district.batchId,
        changes: [{ villageId: nobody, measureKey: 'roads', was: null, is: null }],
      },
    }),
  },
  submitTargets: act({ own: ['officer'] }),
  withdrawTargets: act({ own: ['officer'] }),
  confirmTargets: act({ own: ['head'] }),
  returnTargets: act({ own: ['head'] }, { reason: '数字不实' }),
  reopenTargets: act(planner, { reason: '数字有误' }),
  listTargetEditions: {
    ...{ kind: 'row', key: 'sheetId', reach },
    row: async (world, owner) => ({
      sheetId: await newReport(world.district, world.villages[owner]),
    }),
  },
  listTargetTemplates: { kind: 'whole' },
  getTargetTemplate: { kind: 'row', reach: { all: permissions['targets.read'] }, row: newTemplate },
  copyTargetTemplate: {
    ...{ kind: 'row', named: 'basedOnId', key: 'basedOnId', reach: planner },
    row: async (world) => ({ basedOnId: (await newTemplate(world)).id }),
    sent: ({ basedOnId = '' }) => ({ body: { basedOnId, name: newName('模') } }),
  },
  saveTargetTemplate: {
    ...{ kind: 'row', reach: planner, row: newTemplate },
    sent: () => ({ body: { ...named, measures: [measure], version: 1 } }),
  },
  deleteTargetTemplate: {
    ...{ kind: 'row', reach: planner, row: newTemplate },
    sent: () => ({ query: { version: '1' } }),
  },
  adoptTargetTemplate: {
    ...{ kind: 'row', reach: planner, row: newTemplate },
    sent: (_, { district }) => ({
      body: { batchId: district.batchId, effectiveFrom: '2016-01-01', version: 1 },
    }),
  },
};
