import type { PostLetterKind } from '@xuanpai/contracts/letter-kinds';
import type { AppointmentKind, PlainDate, Post, Rank, Sex } from '@xuanpai/contracts/values';
import { appointmentKindWords, rankWords, sexWords } from '@xuanpai/contracts/words';
import type { LetterContent } from './content.ts';
import { writtenDate, writtenMonth, writtenNumber } from './written-date.ts';

/** A post with everything that a letter may say about it. */
export interface LetterPost {
  assignmentId: string;
  cadreId: string;
  name: string;
  sex: Sex;
  ethnicity: string | null;
  bornOn: PlainDate;
  education: string | null;
  phone: string | null;
  joinedOn: PlainDate | null;
  unitId: string;
  unit: string;
  position: string | null;
  rank: Rank;
  villageId: string;
  village: string;
  townshipId: string;
  township: string;
  /** The township's own office. */
  townshipUnitId: string | null;
  townshipUnit: string | null;
  post: Post;
  kind: AppointmentKind;
  startsOn: PlainDate;
  endsOn: PlainDate | null;
  documentNumber: string;
  duesPaidUntil: PlainDate | null;
  validityDays: number | null;
}

/** What is the same in all letters made at once, and the number of this one. */
export interface LetterFrame {
  district: string;
  batch: string;
  date: PlainDate;
  /** Null: not given yet. */
  number: number | null;
}

export const partyPosts: Record<Post, string> = {
  firstSecretary: '党组织第一书记',
  deputySecretary: '党组织副书记',
  secretary: '党组织书记',
};

/** D6, 二（四）: district cadres take a post, township cadres are attached, or take it directly. */
const appointmentVerbs: Record<AppointmentKind, string> = {
  appointed: '任',
  attached: '挂职任',
  direct: '直接任',
};

const inOrder: readonly AppointmentKind[] = ['appointed', 'attached', 'direct'];

/**
 * What stands in a letter of a kind about some posts: one person's, a unit's, a township's, or all.
 * There has to be at least one post.
 */
export function writeLetter(
  kind: PostLetterKind,
  posts: readonly LetterPost[],
  frame: LetterFrame,
): LetterContent {
  const [first] = posts;
  if (!first) throw new RangeError('a letter is about somebody');
  const around = { ...frameValues(frame), 文号: documentsOf(posts) };
  switch (kind) {
    case 'introduction':
    case 'membership':
    case 'membershipReturn': {
      const person = personContent(first);
      const values = { ...around, ...person.values, 镇街党委: first.townshipUnit };
      return { ...person, values };
    }
    case 'unitNotice':
      return {
        name: first.unit,
        sources: { unit: first.unitId },
        values: { ...around, ...figures(posts), 单位: first.unit },
        lists: { 人员: inTurn(posts) },
      };
    case 'townshipNotice':
      return {
        name: first.township,
        sources: { township: first.townshipId },
        values: {
          ...around,
          ...figures(posts),
          镇街: first.township,
          镇街党委: first.townshipUnit,
        },
        lists: { 人员: inTurn(posts), 分组: byAppointment(posts) },
      };
    case 'annex':
      return {
        name: frame.batch,
        sources: {},
        values: { ...around, ...figures(posts) },
        lists: { 人员: inTurn(posts) },
      };
  }
}

/** The values that every letter has. */
export function frameValues({ district, batch, date, number }: LetterFrame) {
  return {
    // Before it is given, the place of the number stays open to write in.
    编号: number === null ? '＿＿' : String(number),
    年份: date.slice(0, 4),
    日期: writtenDate(date),
    落款: `中共${district}委组织部`,
    区: district,
    批次: batch,
  };
}

function documentsOf(posts: readonly LetterPost[]): string {
  return [...new Set(posts.map(({ documentNumber }) => documentNumber))].join('、');
}

function figures(posts: readonly LetterPost[]) {
  const villages = new Set(posts.map(({ villageId }) => villageId)).size;
  return { 人数: String(posts.length), 村数: String(villages) };
}

function inTurn(posts: readonly LetterPost[]): LetterContent[] {
  return posts.map((post, at) => {
    const { values, ...person } = personContent(post);
    return { ...person, values: { 序号: String(at + 1), ...values } };
  });
}

function byAppointment(posts: readonly LetterPost[]): LetterContent[] {
  const kinds = inOrder.filter((kind) => posts.some((post) => post.kind === kind));
  return kinds.map((kind, at) => {
    const own = posts.filter((post) => post.kind === kind);
    return {
      name: appointmentKindWords[kind].zh,
      sources: {},
      values: {
        组序: writtenNumber(at + 1),
        任职方式: appointmentKindWords[kind].zh,
        组人数: String(own.length),
      },
      lists: { 人员: inTurn(own) },
    };
  });
}

function personContent(post: LetterPost): LetterContent {
  const partyPost = partyPosts[post.post];
  return {
    name: post.name,
    sources: {
      cadre: post.cadreId,
      unit: post.unitId,
      township: post.townshipId,
      assignment: post.assignmentId,
      membership: post.assignmentId,
    },
    values: {
      姓名: post.name,
      性别: sexWords[post.sex].zh,
      出生年月: writtenMonth(post.bornOn),
      民族: post.ethnicity,
      学历: post.education,
      联系电话: post.phone,
      单位: post.unit,
      原职务: positionIn(post.unit, post.position),
      职级: rankWords[post.rank].zh,
      镇街: post.township,
      村: post.village,
      任职职务: partyPost,
      任职方式: appointmentKindWords[post.kind].zh,
      任职表述: `${appointmentVerbs[post.kind]}${post.village}${partyPost}`,
      任期起: writtenDate(post.startsOn),
      任期止: post.endsOn && writtenDate(post.endsOn),
      入党时间: post.joinedOn && writtenDate(post.joinedOn),
      党费交至: post.duesPaidUntil && writtenMonth(post.duesPaidUntil),
      有效期: post.validityDays === null ? null : String(post.validityDays),
    },
    lists: {},
  };
}

/** 区委办公室副主任 of 区委办公室 is 副主任 there: the unit is not written twice. */
export function positionIn(unit: string, position: string | null): string | null {
  if (position === null || position === unit) return position;
  return position.startsWith(unit) ? position.slice(unit.length) : position;
}
