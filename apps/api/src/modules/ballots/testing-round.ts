import { toDate } from '@xuanpai/database/dates';
import { day } from '../../testing.ts';
import {
  addAssignment,
  addCadre,
  type SmallDistrict,
  startSmallDistrict,
} from '../../testing-registers.ts';
import { addPerson } from '../../testing-sign-in.ts';

/** For tests only: an open annual round with two cadres in 大尤家村 and one in 养马庄村. */
export interface TestRound extends SmallDistrict {
  roundId: string;
  /** Ids by name: 王伟 and 李静 in 大尤家村, 赵强 in 养马庄村. */
  people: Record<'王伟' | '李静' | '赵强', string>;
}

interface Given {
  ballotsTwice?: boolean;
  questions?: string[];
}

export async function startTestRound(given: Given = {}): Promise<TestRound> {
  const district = await startSmallDistrict(day('2016-01-20'));
  await addPerson(district.office, 'evaluator2', { roles: [{ role: 'evaluator' }] });
  await addPerson(district.office, 'evaluator3', { roles: [{ role: 'evaluator' }] });
  return { ...district, ...(await addRound(district, given)) };
}

/** A round with its people; the evaluators' team has 大尤家村, 养马庄村 is nobody's. */
export async function addRound(district: SmallDistrict, given: Given = {}) {
  const { prisma } = district.office.db;
  const { ballotsTwice = false, questions = [] } = given;
  const round = await prisma.evaluationRound.create({
    data: {
      ...{ batchId: district.batchId, kind: 'annual', year: 2015, name: '2015年度考核' },
      ...{ startsOn: toDate(day('2015-06-01')), endsOn: toDate(day('2015-12-31')) },
      ...{ date: toDate(day('2015-12-31')), status: 'open', ballotsTwice, questions },
      ...{ createdByName: '某', openedByName: '某', openedAt: new Date() },
      gradeSets: {
        create: { tier: 'district', staffingType: 'administrative', set: 'civilServant' },
      },
    },
  });
  const people = {
    王伟: await addEvaluated(district, round.id, '王伟', '大尤家村'),
    李静: await addEvaluated(district, round.id, '李静', '大尤家村'),
    赵强: await addEvaluated(district, round.id, '赵强', '养马庄村'),
  };
  const users = await prisma.user.findMany({ where: { username: { startsWith: 'evaluator' } } });
  await prisma.evaluationTeam.create({
    data: {
      ...{ roundId: round.id, name: '一组' },
      members: { create: users.map((user) => ({ userId: user.id })) },
      villages: { create: { villageId: district.villages.大尤家村 } },
    },
  });
  return { roundId: round.id, people };
}

async function addEvaluated(
  district: SmallDistrict,
  roundId: string,
  name: string,
  village: '大尤家村' | '养马庄村',
): Promise<string> {
  const { prisma } = district.office.db;
  const unitId = district.units.区水利局;
  const cadreId = await addCadre(district.office, unitId, { name });
  const villageId = district.villages[village];
  const inVillage = await prisma.assignment.count({ where: { villageId } });
  const assignmentId = await addAssignment(district, cadreId, villageId, inVillage === 0);
  const townshipId = district.townships[village === '大尤家村' ? '郑旺镇' : '朝阳街道'];
  const { id } = await prisma.evaluationPerson.create({
    data: {
      ...{ roundId, cadreId, assignmentId, villageId, townshipId, unitId, daysInPost: 214 },
      ...{ tier: 'district', staffingType: 'administrative', gradeSet: 'civilServant' },
      standing: 'evaluated',
    },
  });
  return id;
}
