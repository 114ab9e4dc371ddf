import { toDate } from '@xuanpai/database/dates';
import { day } from '../testing.ts';
import type { Entries, RowEntry } from './entry.ts';
import { newName, newPerson, type Owner, type World } from './world.ts';

const reads = ['planner', 'office', 'leader'] as const;
const own = ['officer', 'head', 'liaison'] as const;
const works = ['planner', 'office'] as const;
const office = ['office'] as const;

const prisma = ({ district }: World) => district.office.db.prisma;

/** Rounds of batches of their own, since a batch has one of a kind and year. */
async function newRound(world: World, status: 'draft' | 'open' = 'open') {
  const days = { startsOn: toDate(day('2015-06-01')), endsOn: toDate(day('2015-12-31')) };
  const batch = await prisma(world).batch.create({
    data: { name: newName(), date: toDate(day('2015-04-24')), ...days },
  });
  const { id } = await prisma(world).evaluationRound.create({
    data: {
      ...{ batchId: batch.id, kind: 'annual', year: 2015, name: newName(), ...days, status },
      ...{ date: days.endsOn, steps: ['visit', 'proposal'], createdByName: '周立新' },
      ...(status === 'open' ? { openedAt: new Date(), openedByName: '周立新' } : {}),
      gradeSets: {
        create: [{ tier: 'district', staffingType: 'administrative', set: 'civilServant' }],
      },
    },
  });
  return id;
}

/** Somebody of a township's village or of a unit, whose village the evaluator's team has. */
async function newOfRound(world: World, owner: Owner, given: object = {}) {
  const { district, villages } = world;
  const roundId = await newRound(world);
  const unit = owner === '区财政局' ? owner : '区水利局';
  const cadreId = await newPerson(district, unit);
  const villageId = villages[owner];
  const village = await prisma(world).village.findUniqueOrThrow({ where: { id: villageId } });
  const assignment = await prisma(world).assignment.findFirstOrThrow();
  const { id } = await prisma(world).evaluationPerson.create({
    data: {
      ...{ roundId, cadreId, assignmentId: assignment.id, villageId, unitId: district.units[unit] },
      ...{ townshipId: village.townshipId, tier: 'district', staffingType: 'administrative' },
      ...{ gradeSet: 'civilServant', daysInPost: 214, standing: 'evaluated', ...given },
    },
  });
  const team = await newTeam(world, roundId, [villageId]);
  return { id, roundId, villageId, teamId: team };
}

async function newTeam(world: World, roundId: string, villageIds: string[] = []) {
  const evaluator = await prisma(world).user.findUniqueOrThrow({
    where: { username: 'evaluator' },
  });
  const { id } = await prisma(world).evaluationTeam.create({
    data: { roundId, name: newName() },
  });
  await prisma(world).evaluationTeamMember.create({
    data: { teamId: id, roundId, userId: evaluator.id },
  });
  await prisma(world).evaluationTeamVillage.createMany({
    data: villageIds.map((villageId) => ({ roundId, villageId, teamId: id })),
  });
  return id;
}

const roundOf = async (world: World, owner: Owner) => ({
  id: (await newOfRound(world, owner)).roundId,
});
const draft = async (world: World) => ({ id: await newRound(world, 'draft') });
const opened = async (world: World) => ({ id: await newRound(world) });
const withVersion = () => ({ body: { version: 1 } });

const byOffice = (row: RowEntry['row'], more: Partial<RowEntry> = {}): RowEntry => ({
  ...{ kind: 'row', reach: { all: office }, row, ...more },
});

const proposes = (more: Partial<RowEntry>, given: object = {}): RowEntry => ({
  ...{ kind: 'row', reach: { all: ['office', 'evaluator'] } },
  ...{ row: (world, owner) => newOfRound(world, owner, given), ...more },
});

const proposed = {
  ...{ state: 'proposed', proposedGrade: 'competent', proposedByName: '某' },
  proposedAt: new Date(),
};

async function newHonour(world: World, owner: Owner) {
  const { id } = await prisma(world).cadreHonour.create({
    data: {
      ...{ cadreId: await newPerson(world.district, owner), kind: 'commendation', title: '先进' },
      ...{ on: toDate(day('2015-04-01')), organ: '区委', document: '某号', enteredByName: '某' },
    },
  });
  return { id };
}

async function newTie(world: World) {
  const { district } = world;
  const user = await prisma(world).user.findUniqueOrThrow({ where: { username: 'leader' } });
  const { id } = await prisma(world).evaluatorTie.create({
    data: {
      ...{ userId: user.id, kind: 'unit', unitId: district.units.区财政局, declaredByName: '某' },
    },
  });
  return { id };
}

export const evaluationEntries: Entries = {
  listEvaluations: {
    kind: 'list',
    rows: async (world) => [
      {
        mark: (await newOfRound(world, '区水利局')).roundId,
        seenBy: [...reads, 'evaluator', 'officer', 'head'],
      },
      {
        mark: (await newOfRound(world, '区财政局')).roundId,
        seenBy: [...reads, 'evaluator', 'officer2', 'liaison'],
      },
      { mark: await newRound(world), seenBy: reads },
    ],
  },
  getEvaluation: { kind: 'row', reach: { all: [...reads, 'evaluator'], own }, row: roundOf },
  createEvaluation: {
    ...{ kind: 'row', named: 'batchId', reach: { all: office }, key: 'batchId' },
    row: async (world) => {
      const roundId = await newRound(world, 'draft');
      const round = await prisma(world).evaluationRound.delete({ where: { id: roundId } });
      return { batchId: round.batchId };
    },
    sent: ({ batchId = '' }) => ({ body: { batchId, kind: 'term', year: 2015 } }),
  },
  updateEvaluation: byOffice(draft, { sent: () => ({ body: { note: '某', version: 1 } }) }),
  removeEvaluation: byOffice(draft, { sent: () => ({ query: { version: '1' } }) }),
  previewEvaluation: byOffice(draft),
  // Nobody was in post in that batch: the round was reached, and a rule refuses.
  openEvaluation: byOffice(draft, { sent: withVersion, reached: [409] }),
  extendEvaluation: byOffice(opened, { sent: withVersion }),
  gatherEvaluation: byOffice(opened),
  closeEvaluation: byOffice(opened, { sent: withVersion }),
  getEvaluationFairness: byOffice(opened),
  listEvaluationPeople: {
    ...{ kind: 'row', reach: { all: [...reads, 'evaluator'], own }, row: roundOf },
  },
  exportEvaluationPeople: {
    ...{ kind: 'row', reach: { all: [...reads, 'evaluator'], own }, row: roundOf },
  },
  getEvaluationPerson: {
    ...{ kind: 'row', reach: { all: [...works, 'evaluator'] } },
    row: (world, owner) => newOfRound(world, owner),
  },
  draftProposal: proposes({ sent: () => ({ body: { grade: 'competent', version: 1 } }) }),
  proposeGrade: proposes({
    sent: () => ({ body: { grade: 'competent', reason: '某因', version: 1 } }),
  }),
  withdrawProposal: proposes({ sent: withVersion }, proposed),
  setEvaluationStanding: byOffice((world, owner) => newOfRound(world, owner), {
    sent: () => ({ body: { standing: 'leftOut', ground: '某因', version: 1 } }),
  }),
  setUnitGrade: byOffice(
    (world, owner) => newOfRound(world, owner, { standing: 'byUnit', standingGround: '某因' }),
    { sent: () => ({ body: { grade: 'competent', document: '某号', version: 1 } }) },
  ),
  enterHonour: {
    ...{ kind: 'row', reach: { all: works }, row: (world, owner) => newOfRound(world, owner) },
    sent: () => ({
      body: {
        ...{ kind: 'commendation', on: '2015-04-01', title: '先进', organ: '区委' },
        ...{ document: '某号', note: null },
      },
    }),
  },
  changeHonour: {
    ...{ kind: 'row', reach: { all: works }, row: newHonour },
    sent: () => ({ body: { title: '标兵', version: 1 } }),
  },
  removeHonour: {
    ...{ kind: 'row', reach: { all: works }, row: newHonour },
    sent: () => ({ query: { version: '1' } }),
  },
  listEvaluationTeams: { kind: 'row', reach: { all: works }, row: opened },
  createEvaluationTeam: byOffice(opened, {
    sent: () => ({ body: { name: newName(), memberIds: [], villageIds: [] } }),
  }),
  updateEvaluationTeam: byOffice(
    async (world) => ({ id: await newTeam(world, await newRound(world)) }),
    { sent: () => ({ body: { name: newName(), version: 1 } }) },
  ),
  removeEvaluationTeam: byOffice(
    async (world) => ({ id: await newTeam(world, await newRound(world)) }),
    { sent: () => ({ query: { version: '1' } }) },
  ),
  listEvaluatorTies: {
    kind: 'list',
    rows: async (world) => [{ mark: (await newTie(world)).id, seenBy: works }],
  },
  declareTie: {
    ...{ kind: 'row', named: 'unitId', reach: { all: office }, key: 'unitId' },
    row: async (world, owner) => {
      const user = await prisma(world).user.findUniqueOrThrow({ where: { username: 'leader' } });
      return { unitId: world.district.units[owner], userId: user.id };
    },
    missing: 409,
    sent: ({ unitId = '', userId = '' }) => ({ body: { unitId, userId, kind: 'unit' } }),
  },
  removeTie: byOffice(newTie, { sent: () => ({ query: { version: '1' } }) }),
};
