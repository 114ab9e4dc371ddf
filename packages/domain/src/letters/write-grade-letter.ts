import {
  type SignatureManner,
  signatureMannerWords,
} from '@xuanpai/contracts/evaluation-step-words';
import { type Grade, gradeWords } from '@xuanpai/contracts/evaluation-words';
import type { RoundLetterKind } from '@xuanpai/contracts/letter-kinds';
import type {
  ManagementAuthority,
  PlainDate,
  Post,
  Rank,
  Sex,
  StaffingType,
} from '@xuanpai/contracts/values';
import { rankWords, sexWords, staffingTypeWords } from '@xuanpai/contracts/words';
import { recipientsOf } from '../evaluation/feedback.ts';
import type { LetterContent } from './content.ts';
import { frameValues, type LetterFrame, partyPosts, positionIn } from './write-letter.ts';
import { writtenDate, writtenMonth } from './written-date.ts';

/** A person whose grade is decided, with everything that a letter may say about it. */
export interface LetterGrade {
  personId: string;
  cadreId: string;
  name: string;
  sex: Sex;
  bornOn: PlainDate;
  politicalStatus: string | null;
  unitId: string;
  unit: string;
  position: string | null;
  rank: Rank;
  staffingType: StaffingType;
  authority: ManagementAuthority | null;
  township: string;
  village: string;
  post: Post;
  daysInPost: number;
  grade: Grade;
  ground: string | null;
  gradeBefore: Grade | null;
  /** When the last change of the grade was entered; null: it is as it was decided. */
  changedAt: string | null;
  decidedOn: PlainDate;
  document: string | null;
  /** The newest words of each kind on record. */
  records: Partial<Record<string, { text: string | null; by: string }>>;
  toldOn: PlainDate | null;
  manner: SignatureManner | null;
}

export interface LetterRound {
  name: string;
  year: number;
  startsOn: PlainDate;
  endsOn: PlainDate;
}

/** About whom letters of a kind are: all, by management authority (E5), or those with an 优秀 (E4). */
export function isAbout(kind: RoundLetterKind, { authority, grade }: LetterGrade): boolean {
  if (kind === 'feedbackSuperior') return recipientsOf(authority).includes('superior');
  if (kind === 'feedbackOrganisation') return recipientsOf(authority).includes('organisation');
  return kind !== 'quotaStatement' || grade === 'excellent';
}

/** What stands in a letter about some people of a round; there has to be at least one. */
export function writeGradeLetter(
  kind: RoundLetterKind,
  people: readonly LetterGrade[],
  round: LetterRound,
  frame: LetterFrame,
): LetterContent {
  const [first] = people;
  if (!first) throw new RangeError('a letter is about somebody');
  const around = {
    ...frameValues(frame),
    文号: first.document,
    落款: `${frame.district}选派“第一书记”工作办公室`,
    考核名称: round.name,
    考核年度: String(round.year),
    考核起: writtenDate(round.startsOn),
    考核止: writtenDate(round.endsOn),
  };
  if (kind === 'annualForm' || kind === 'gradeNotice') {
    const { values, ...person } = personContent(first);
    return { ...person, values: { ...around, ...values, ...wayOf(first) } };
  }
  const all = kind === 'feedbackOrganisation';
  return {
    name: all ? round.name : first.unit,
    sources: all ? {} : { unit: first.unitId },
    values: { ...around, 人数: String(people.length), ...(all ? {} : { 单位: first.unit }) },
    lists: {
      人员: people.map((one, at) => {
        const { values, ...person } = personContent(one);
        return { ...person, values: { 序号: String(at + 1), ...values } };
      }),
    },
  };
}

function personContent(person: LetterGrade): LetterContent {
  return {
    name: person.name,
    sources: { cadre: person.cadreId, unit: person.unitId },
    values: {
      姓名: person.name,
      性别: sexWords[person.sex].zh,
      出生年月: writtenMonth(person.bornOn),
      政治面貌: person.politicalStatus,
      单位: person.unit,
      原职务: positionIn(person.unit, person.position),
      职级: rankWords[person.rank].zh,
      编制性质: staffingTypeWords[person.staffingType].zh,
      镇街: person.township,
      村: person.village,
      任职职务: partyPosts[person.post],
      在任天数: String(person.daysInPost),
      等次: gradeWords[person.grade].zh,
      等次说明: person.ground,
      原等次: person.gradeBefore && gradeWords[person.gradeBefore].zh,
      确定日期: writtenDate(person.decidedOn),
      确定文号: person.document,
    },
    lists: {},
  };
}

function wayOf({ records, toldOn, manner }: LetterGrade) {
  const words = (kind: string) => records[kind]?.text ?? null;
  return {
    个人述职: words('ownReport'),
    镇街意见: words('townshipOpinion'),
    单位意见: words('unitOpinion'),
    单位党委意见: words('committeeOpinion'),
    纪检意见: words('discipline'),
    会议: records.meeting?.by ?? null,
    告知日期: toldOn && writtenDate(toldOn),
    本人意见: manner && signatureMannerWords[manner].zh,
  };
}
