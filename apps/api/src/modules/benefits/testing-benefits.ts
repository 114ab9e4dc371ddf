import type { Grade } from '@xuanpai/contracts/evaluation-words';
import type { StaffingType } from '@xuanpai/contracts/values';
import { toDate } from '@xuanpai/database/dates';
import { gradesOf } from '@xuanpai/domain/evaluation/grades';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { day } from '../../testing.ts';
import { addCadre, type SmallDistrict } from '../../testing-registers.ts';

/** For tests only: somebody in post with grades as a finished round leaves them. */

type Given = { readonly [key: string]: Grade };

const civilServant = new Set<Grade>(gradesOf('civilServant'));

/** Somebody of a unit in a village, graded by year; gives the id. */
export async function gradedCadre(
  district: SmallDistrict,
  {
    unitId = district.units.区财政局,
    villageId = district.villages.养马庄村,
    name = '王伟',
    grades = {},
  }: { unitId?: string; villageId?: string; name?: string; grades?: Given } = {},
): Promise<string> {
  const cadreId = await addCadre(district.office, unitId, { name });
  const assignmentId = await postForADay(district, cadreId, villageId);
  const village = await district.office.db.prisma.village.findUniqueOrThrow({
    where: { id: villageId },
  });
  for (const [key, grade] of Object.entries(grades)) {
    await addGrade(district, key === 'term' ? 'term' : Number(key), grade, {
      ...{ cadreId, assignmentId, unitId, villageId, townshipId: village.townshipId },
    });
  }
  return cadreId;
}

let posted = 0;

/** Somebody in post, each on a day of their own: a village has one first secretary at a time. */
async function postForADay({ office, batchId }: SmallDistrict, cadreId: string, villageId: string) {
  posted += 1;
  const on = toDate(addDays(day('2015-06-01'), posted % 700));
  const { id } = await office.db.prisma.assignment.create({
    data: {
      ...{ batchId, cadreId, villageId, tier: 'district', post: 'firstSecretary' },
      ...{ kind: 'appointed', startsOn: on, endsOn: on, documentNumber: '河组发〔2015〕18号' },
    },
  });
  return id;
}

async function addGrade(
  district: SmallDistrict,
  key: number | 'term',
  grade: Grade,
  of: Record<'cadreId' | 'assignmentId' | 'unitId' | 'villageId' | 'townshipId', string>,
) {
  const { prisma } = district.office.db;
  const roundId = await roundOf(district, key);
  const staffingType: StaffingType = civilServant.has(grade) ? 'administrative' : 'institution';
  const gradeSet = civilServant.has(grade) ? 'civilServant' : 'institution';
  const set = { roundId, tier: 'district', staffingType, set: gradeSet } as const;
  await prisma.roundGradeSet.upsert({
    where: { roundId_tier_staffingType: { roundId, tier: 'district', staffingType } },
    create: set,
    update: {},
  });
  const at = new Date('2017-01-05T00:00:00Z');
  await prisma.evaluationPerson.create({
    data: {
      ...{ ...of, roundId, tier: 'district', staffingType, gradeSet, daysInPost: 214 },
      ...{ standing: 'evaluated', state: 'decided', grade, decidedOn: at, gradeGround: '见附件' },
      ...{ proposedGrade: grade, proposedByName: '某', proposedAt: at, proposalReason: '见附件' },
      ...{ checkedByName: '另', checkedAt: at },
    },
  });
}

const rounds = new WeakMap<SmallDistrict, Map<number | 'term', Promise<string>>>();

function roundOf(district: SmallDistrict, key: number | 'term'): Promise<string> {
  const known = rounds.get(district) ?? new Map<number | 'term', Promise<string>>();
  rounds.set(district, known);
  const made = known.get(key) ?? addRound(district, key);
  known.set(key, made);
  return made;
}

async function addRound({ office, batchId }: SmallDistrict, key: number | 'term') {
  const year = key === 'term' ? 2017 : key;
  const at = toDate(day(`${year}-12-31`));
  const { id } = await office.db.prisma.evaluationRound.create({
    data: {
      ...{ batchId, kind: key === 'term' ? 'term' : 'annual', year, name: `${year}年考核` },
      ...{ startsOn: toDate(day(`${year}-01-01`)), endsOn: at, date: at, status: 'open' },
      ...{ createdByName: '某', openedByName: '某', openedAt: at },
    },
  });
  return id;
}

/** What a review comes to; its steps are another module's, and the database's guards with them. */
export async function changeGrade(
  { office }: SmallDistrict,
  cadreId: string,
  year: number,
  grade: Grade,
): Promise<void> {
  const { prisma } = office.db;
  await prisma.$transaction([
    prisma.$executeRaw`SET LOCAL session_replication_role = replica`,
    prisma.evaluationPerson.updateMany({
      where: { cadreId, round: { year, kind: 'annual' } },
      data: { grade },
    }),
  ]);
}
