import { toDate } from '@xuanpai/database/dates';
import { day } from '../testing.ts';
import type { Entries, Ids, RowEntry } from './entry.ts';
import { inspects, ofBoth, overlook, own, prisma, query, reach } from './supervision.ts';
import { newName, nobody, type Owner, type World } from './world.ts';

async function newInspection({ district, villages }: World, owner: Owner) {
  const { id } = await district.office.db.prisma.inspection.create({
    data: {
      ...{ kind: 'unannounced', day: toDate(day('2015-04-20')), subject: newName() },
      ...{ team: '督查一组', enteredByName: '徐志刚' },
      villages: { create: { villageId: villages[owner] } },
    },
  });
  return { id, villageId: villages[owner] };
}

async function newFinding(world: World, owner: Owner, state: 'open' | 'answered' = 'open') {
  const { prisma } = world.district.office.db;
  const { id: inspectionId, villageId } = await newInspection(world, owner);
  const units = world.district.units;
  // What a unit answers is what it is itself responsible for.
  const unitId = owner.endsWith('委') ? null : units[owner];
  const { id } = await prisma.finding.create({
    data: {
      ...{ inspectionId, villageId, kind: 'ledgers', severity: 'minor', text: newName('问') },
      ...{ deadline: toDate(day('2015-05-20')), unitId },
      responsible: unitId === null ? 'township' : 'unit',
    },
  });
  if (state !== 'open') await prisma.finding.update({ where: { id }, data: { state } });
  return { id, villageId };
}

const act = (state: 'open' | 'answered', more: Partial<RowEntry>): RowEntry => ({
  ...{ kind: 'row', reach, row: (world, owner) => newFinding(world, owner, state) },
  ...more,
});

async function newComparison(world: World, owner: Owner) {
  const { id, villageId } = await newInspection(world, owner);
  await prisma(world).inspection.update({ where: { id }, data: { kind: 'comparison' } });
  const of = { inspectionId: id, position: 0 };
  const criterion = await prisma(world).comparisonCriterion.create({
    data: { ...of, name: '产业', most: 60 },
  });
  const judge = await prisma(world).comparisonJudge.create({ data: { ...of, name: '甲' } });
  return { id, villageId, criterionId: criterion.id, judgeId: judge.id };
}

export const inspectionEntries: Entries = {
  listInspections: { kind: 'list', query, rows: (world) => ofBoth(world, newInspection) },
  getInspection: { kind: 'row', reach, row: newInspection },
  enterInspection: {
    ...{ kind: 'row', named: 'villageIds', reach: { all: inspects }, key: 'villageId' },
    row: ({ villages }, owner) => ({ villageId: villages[owner] }),
    sent: ({ villageId = '' }) => ({
      body: {
        ...{ kind: 'dispatching', day: '2015-04-20', subject: '调度', team: '督查一组' },
        villageIds: [villageId],
      },
    }),
  },
  updateInspection: {
    ...{ kind: 'row', reach: { all: inspects }, row: newInspection },
    sent: () => ({ body: { summary: '较好', version: 1 } }),
  },
  listIssues: { kind: 'list', query, rows: (world) => ofBoth(world, newFinding) },
  exportIssues: {
    kind: 'list',
    rows: async (world) => {
      await ofBoth(world, newFinding);
      return [
        { mark: '大尤家村', seenBy: [...overlook, 'officer', 'head'] },
        { mark: '养马庄村', seenBy: [...overlook, 'officer2', 'liaison'] },
      ];
    },
  },
  getIssue: act('open', {}),
  enterIssue: {
    ...{ kind: 'row', reach: { all: inspects }, row: newInspection },
    sent: ({ villageId = '' }) => ({
      body: {
        ...{ villageId, kind: 'ledgers', severity: 'minor', text: '台账未更新' },
        ...{ deadline: '2015-05-20', responsible: 'township' },
      },
    }),
  },
  answerIssue: act('open', {
    reach: { own },
    sent: () => ({ body: { text: '已补齐', on: '2015-04-24', version: 1 } }),
  }),
  closeIssue: act('answered', {
    reach: { all: inspects },
    sent: () => ({ body: { text: '属实', version: 1 } }),
  }),
  returnIssue: act('answered', {
    reach: { all: inspects },
    sent: () => ({ body: { text: '不属实', version: 1 } }),
  }),
  withdrawIssue: act('open', {
    reach: { all: inspects },
    sent: () => ({ body: { text: '登记有误', version: 1 } }),
  }),
  getFieldComparison: { kind: 'row', reach: { all: overlook }, row: newComparison },
  exportFieldComparison: { kind: 'row', reach: { all: overlook }, row: newComparison },
  setUpFieldComparison: {
    ...{ kind: 'row', reach: { all: inspects }, row: newComparison },
    sent: () => ({
      body: { criteria: [{ name: '产业', most: 60 }], judges: [{ name: '甲' }], version: 1 },
    }),
  },
  saveFieldScores: {
    ...{ kind: 'row', reach: { all: inspects }, row: newComparison },
    sent: ({ villageId = nobody, criterionId = nobody, judgeId = nobody }: Ids) => ({
      body: { scores: [{ villageId, criterionId, judgeId, points: 10 }], version: 1 },
    }),
  },
};
