import type { Finding, Judgement } from '@xuanpai/contracts/nominations';
import type { Text } from '@xuanpai/contracts/text';
import { categoryWords, rankWords, tierWords, type Word } from '@xuanpai/contracts/words';

type Code = Finding['code'];
type Facts = Finding['facts'];

export const judgementWords = {
  eligible: { zh: '符合', en: 'Eligible' },
  toStudy: { zh: '待研究', en: 'To be studied' },
  accepted: { zh: '经研究同意', en: 'Accepted' },
  toVerify: { zh: '待核实', en: 'To be verified' },
  notEligible: { zh: '不符合', en: 'Not eligible' },
} as const satisfies Record<Judgement, Word>;

/** A Party date as offices write it: the month, where it is the first of one (known by month only). */
export function partyDate(date: string): string {
  return date.endsWith('-01') ? date.slice(0, 7) : date;
}

const shown = (facts: Facts, name: string) => partyDate(String(facts[name] ?? ''));
const day = (facts: Facts, name: string) => String(facts[name] ?? '');

/** `差1个月`; within a month in days. */
function shortBy({ monthsShort, daysShort }: Facts): Text {
  const months = Number(monthsShort);
  const [count, zh, en] = months > 0 ? [months, '个月', 'month'] : [Number(daysShort), '天', 'day'];
  return { zh: `差${count}${zh}`, en: `${count} ${en}${count === 1 ? '' : 's'} short` };
}

function wordOf<Key extends string>(words: Record<Key, Word>, code: unknown): Word {
  return words[code as Key] ?? { zh: '?', en: '?' };
}

const sentences: Record<Code, (facts: Facts) => Text> = {
  notYetFullMember: (facts) => ({
    zh: `${shown(facts, 'joinedOn')}入党，满${facts.months}个月推定${shown(facts, 'presumedOn')}转正，到${day(facts, 'on')}${shortBy(facts).zh}。`,
    en: `Joined in ${shown(facts, 'joinedOn')}; full membership is presumed from ${shown(facts, 'presumedOn')}, ${shortBy(facts).en} on ${day(facts, 'on')}.`,
  }),
  joinedAfterBatch: (facts) => ({
    zh: `登记的入党时间${shown(facts, 'joinedOn')}晚于基准日${day(facts, 'on')}。`,
    en: `The registered joining date ${shown(facts, 'joinedOn')} is after the batch’s date ${day(facts, 'on')}.`,
  }),
  fullMemberAfterBatch: (facts) => ({
    zh: `登记的转正时间${shown(facts, 'fullMemberOn')}晚于基准日${day(facts, 'on')}。`,
    en: `The registered date of full membership ${shown(facts, 'fullMemberOn')} is after the batch’s date ${day(facts, 'on')}.`,
  }),
  notPartyMember: (facts) => ({
    zh: `登记的政治面貌是${facts.politicalStatus}。`,
    en: `The registered political status is ${facts.politicalStatus}.`,
  }),
  probationary: (facts) => ({
    zh: `登记的政治面貌是${facts.politicalStatus}，转正时间为空。`,
    en: `The registered political status is ${facts.politicalStatus}, without a date of full membership.`,
  }),
  probationShort: (facts) => ({
    zh: `${shown(facts, 'joinedOn')}入党，${shown(facts, 'fullMemberOn')}转正，不足${facts.months}个月，请查档核对。`,
    en: `Joined in ${shown(facts, 'joinedOn')} and full member from ${shown(facts, 'fullMemberOn')}: less than ${facts.months} months, to be checked.`,
  }),
  joinedUnknown: () => ({
    zh: '没有登记入党时间和转正时间。',
    en: 'Neither a joining date nor a date of full membership is registered.',
  }),
  membershipPresumed: (facts) => ({
    zh: `${shown(facts, 'joinedOn')}入党，满${facts.months}个月推定${shown(facts, 'presumedOn')}转正，待单位确认。`,
    en: `Joined in ${shown(facts, 'joinedOn')}; full membership is presumed from ${shown(facts, 'presumedOn')}, to be confirmed by the unit.`,
  }),
  overAge: (facts) => ({
    zh: `到${day(facts, 'on')}${facts.age}周岁，超过${facts.limit}岁。`,
    en: `Aged ${facts.age} on ${day(facts, 'on')}, over ${facts.limit}.`,
  }),
  categoryMismatch: (facts) => ({
    zh: `${wordOf(tierWords, facts.tier).zh}不选派${wordOf(categoryWords, facts.category).zh}。`,
    en: `The ${wordOf(tierWords, facts.tier).en.toLowerCase()} tier does not send the category “${wordOf(categoryWords, facts.category).en}”.`,
  }),
  rankMismatch: (facts) => ({
    zh: `按${wordOf(categoryWords, facts.category).zh}提名，职级却是${wordOf(rankWords, facts.rank).zh}。`,
    en: `Named as “${wordOf(categoryWords, facts.category).en}” with the rank “${wordOf(rankWords, facts.rank).en}”.`,
  }),
};

/** The facts of a finding as a sentence. */
export function findingSentence({ code, facts }: Pick<Finding, 'code' | 'facts'>): Text {
  return sentences[code](facts);
}

const fullMember: Text = {
  zh: '须为中共正式党员；这一条不放行。',
  en: 'A full Party member; there is no exception.',
};
const scope: Text = {
  zh: '区直派科级干部、优秀年轻干部，镇街派班子成员、优秀机关干部。',
  en: 'District units send section-level and young cadres, townships their leading body and office cadres.',
};
const rules: Record<Code, Text> = {
  notYetFullMember: fullMember,
  joinedAfterBatch: fullMember,
  fullMemberAfterBatch: fullMember,
  notPartyMember: fullMember,
  probationary: fullMember,
  joinedUnknown: fullMember,
  probationShort: {
    zh: '预备期满才能转正。',
    en: 'Full membership comes after the probation.',
  },
  membershipPresumed: {
    zh: '没有登记转正时间的，按入党加预备期推定，可以排入和印发。',
    en: 'Without a date, joining plus probation is presumed; the nominee may be placed and issued.',
  },
  overAge: {
    zh: '年龄是一般条件；确有需要，可以研究同意并写明理由。',
    en: 'Age is a general condition; a planner may accept it with a reason.',
  },
  categoryMismatch: scope,
  rankMismatch: scope,
};

/** The rule behind a finding, in our own words; its basis stands beside it. */
export function ruleSentence(code: Code): Text {
  return rules[code];
}

const notes: Partial<Record<Code, (facts: Facts) => Text>> = {
  notYetFullMember: shortBy,
  joinedAfterBatch: () => ({ zh: '晚于基准日', en: 'After the date' }),
  fullMemberAfterBatch: shortBy,
  notPartyMember: () => ({ zh: '非党员', en: 'No Party member' }),
  probationary: () => ({ zh: '预备党员', en: 'Probationary' }),
  probationShort: () => ({ zh: '预备期待核对', en: 'Probation to check' }),
  joinedUnknown: () => ({ zh: '缺入党时间', en: 'No joining date' }),
  membershipPresumed: () => ({ zh: '推定转正', en: 'Presumed' }),
  overAge: ({ age }) => ({ zh: `${age}岁`, en: `Aged ${age}` }),
};

/** A finding in a few words, for the column of a table. */
export function findingNote({ code, facts }: Pick<Finding, 'code' | 'facts'>): Text {
  return notes[code]?.(facts) ?? { zh: '类别不符', en: 'Category' };
}
