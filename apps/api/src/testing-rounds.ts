import type { EvaluationKind, EvaluationStep, Grade } from '@xuanpai/contracts/evaluation-words';
import { evaluationSteps } from '@xuanpai/contracts/evaluation-words';
import { toDate } from '@xuanpai/database/dates';
import type { Prisma } from '@xuanpai/database/generated/client';
import { day } from './testing.ts';
import type { SmallDistrict } from './testing-registers.ts';

/** For tests only: an opened round of a year, with the sets of district cadres. */
export async function addRound(
  { office, batchId }: SmallDistrict,
  given: { year?: number; kind?: EvaluationKind; steps?: readonly EvaluationStep[] } = {},
): Promise<string> {
  const { year = 2015, kind = 'annual', steps = evaluationSteps } = given;
  const { id } = await office.db.prisma.evaluationRound.create({
    data: {
      ...{ batchId, kind, year, name: `${year}年${kind === 'annual' ? '年度' : '期满'}考核` },
      ...{ startsOn: toDate(day(`${year}-06-01`)), endsOn: toDate(day(`${year}-12-31`)) },
      ...{ date: toDate(day(`${year}-12-31`)), status: 'open', steps: [...steps] },
      ...{ createdByName: '某', openedByName: '某', openedAt: toDate(day(`${year}-12-31`)) },
      gradeSets: {
        create: [
          { tier: 'district', staffingType: 'administrative', set: 'civilServant' },
          { tier: 'district', staffingType: 'institution', set: 'institution' },
        ],
      },
    },
  });
  return id;
}

interface Placed {
  cadreId: string;
  assignmentId: string;
  village: keyof SmallDistrict['villages'];
  unit: keyof SmallDistrict['units'];
}

type Person = Partial<Omit<Prisma.EvaluationPersonUncheckedCreateInput, 'roundId'>>;

/** Somebody in the round, as far as the columns say; a proposal is by nobody unless given. */
export async function addToRound(
  { office, villages, units, townships }: SmallDistrict,
  roundId: string,
  { cadreId, assignmentId, village, unit }: Placed,
  given: Person = {},
): Promise<string> {
  const inZhengwang = village === '大尤家村' || village === '友谊村';
  const { id } = await office.db.prisma.evaluationPerson.create({
    data: {
      ...{ roundId, cadreId, assignmentId, villageId: villages[village], unitId: units[unit] },
      townshipId: townships[inZhengwang ? '郑旺镇' : '朝阳街道'],
      ...{ tier: 'district', staffingType: 'administrative', gradeSet: 'civilServant' },
      ...{ daysInPost: 214, standing: 'evaluated', ...given },
    },
  });
  return id;
}

const at = new Date('2016-01-05T02:00:00Z');

/** Columns of a proposal. */
export function proposed(proposedGrade: Grade, proposedById: string | null = null): Person {
  return { state: 'proposed', proposedGrade, proposedById, proposedByName: '某', proposedAt: at };
}

/** Columns of a proposal that somebody checked. */
export function checked(proposedGrade: Grade): Person {
  return { ...proposed(proposedGrade), state: 'checked', checkedByName: '某某', checkedAt: at };
}

/** Columns of a decision. */
export function decided(grade: Grade): Person {
  return {
    ...{ ...checked(grade), state: 'decided', grade, decisionDocument: '河选办〔2016〕1号' },
    ...{ decidedOn: toDate(day('2016-01-20')), decidedByName: '某某' },
  };
}
