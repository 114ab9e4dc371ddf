import type { BallotSum, Person, PersonRow } from '@xuanpai/contracts/evaluation-people';
import type { EvaluationTeam } from '@xuanpai/contracts/evaluation-teams';
import type { Round } from '@xuanpai/contracts/evaluations';
import { toDate } from '@xuanpai/database/dates';
import type { NewCadre } from './lib/records/cadre-check.ts';
import { day } from './testing.ts';
import { accepted } from './testing-plans.ts';
import { addAssignment, addCadre, type SmallDistrict } from './testing-registers.ts';

/** For tests only: a round of the small district, in the middle of January. */
export const roundDay = day('2016-01-15');

type Village = keyof SmallDistrict['villages'];
type Unit = keyof SmallDistrict['units'];

/** Posts somebody of a unit in a village for the whole term; gives the cadre's id. */
export async function postSomebody(
  district: SmallDistrict,
  name: string,
  unit: Unit,
  village: Village,
  given: Partial<NewCadre> = {},
): Promise<string> {
  const { office, units, villages } = district;
  const cadreId = await addCadre(office, units[unit], { name, ...given });
  await addAssignment(district, cadreId, villages[village]);
  return cadreId;
}

/** Prepares and opens a round as the office does. */
export async function openRound(
  { office, batchId }: SmallDistrict,
  given: { kind?: 'annual' | 'term'; year?: number } = {},
): Promise<Round> {
  const body = { batchId, kind: 'annual', year: 2015, ...given };
  const draft: Round = accepted(await office.as('office').post('/api/evaluations', body)).body;
  const { id, version } = draft;
  return accepted(await office.as('office').post(`/api/evaluations/${id}/open`, { version })).body;
}

/** Gives villages to a team of the evaluator. */
export async function giveVillages(
  { office, villages }: SmallDistrict,
  roundId: string,
  names: readonly Village[],
  name = '第一组',
): Promise<EvaluationTeam> {
  const { id } = await office.db.prisma.user.findUniqueOrThrow({
    where: { username: 'evaluator' },
  });
  const body = { name, memberIds: [id], villageIds: names.map((one) => villages[one]) };
  return accepted(await office.as('office').post(`/api/evaluations/${roundId}/teams`, body)).body;
}

export async function peopleOf(
  { office }: SmallDistrict,
  roundId: string,
  as = 'office',
): Promise<PersonRow[]> {
  return accepted(await office.as(as).get(`/api/evaluations/${roundId}/people`)).body.items;
}

export async function personOf(
  { office }: SmallDistrict,
  id: string,
  as = 'office',
): Promise<Person> {
  return accepted(await office.as(as).get(`/api/evaluation-people/${id}`)).body;
}

/** A visit with one group, and its final count on somebody, as if they had been entered. */
export async function countBallots(
  { office }: SmallDistrict,
  { id, roundId, villageId }: Pick<PersonRow, 'id' | 'roundId' | 'villageId'>,
  rungs: BallotSum['rungs'],
): Promise<void> {
  const { prisma } = office.db;
  const sum = rungs.reduce((total, votes) => total + votes, 0);
  const [first, second, third, fourth] = rungs;
  const group = 'partyMembers' as const;
  const names = { host: '周立新', recorder: '吴桂芝', teller: '吴桂芝', scrutineer: '王德厚' };
  await prisma.evaluationVisit.upsert({
    where: { roundId_villageId: { roundId, villageId } },
    update: {},
    create: {
      ...{ roundId, villageId, heldOn: toDate(day('2016-01-12')), place: '村委会', ...names },
      ...{ enteredByName: '考核组', groups: { create: { group, present: sum } } },
    },
  });
  await prisma.ballotTally.create({
    data: {
      ...{ personId: id, group, pass: 1, isFinal: true, issued: sum, returned: sum, valid: sum },
      ...{ void: 0, first, second, third, fourth, abstained: 0, enteredByName: '考核组' },
    },
  });
}
