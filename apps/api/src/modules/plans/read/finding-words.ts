import type { Text } from '@xuanpai/contracts/text';
import { tierWords } from '@xuanpai/contracts/words';
import type { Violation, ViolationCode } from '@xuanpai/planner/rule-table';
import { listed, type Names } from './names.ts';

/** What a broken rule is called: `who` and `where` are the first cadre and village it is about. */
type Sentence = (subject: Subject) => Text;

interface Subject extends Pick<Violation, 'villageIds' | 'cadreIds'> {
  names: Names;
  who: string;
  where: string;
  unit: string;
}

export const sentences: Record<ViolationCode, Sentence> = {
  unknownPlace: ({ who }) => ({
    zh: `${who}的岗位不在本方案中。`,
    en: `The place of ${who} is not in this plan.`,
  }),
  unknownCadre: ({ where }) => ({
    zh: `${where}所排的人不在本批次人选中。`,
    en: `Whoever is placed in ${where} is not named to this batch.`,
  }),
  wrongTier: ({ who, where, names, cadreIds, villageIds }) => {
    const from = names.cadre(cadreIds[0])?.tier ?? 'district';
    const to = names.village(villageIds[0])?.tier ?? 'township';
    return {
      zh: `${who}是${tierWords[from].zh}人选，${where}由${tierWords[to].zh}选派。`,
      en: `${who} is a nominee of the ${tierWords[from].en.toLowerCase()} tier; ${where} belongs to the ${tierWords[to].en.toLowerCase()} tier.`,
    };
  },
  laggingNeedsLeadingBody: ({ who, where }) => ({
    zh: `${where}是相对后进村，须由班子成员任职，${who}不是班子成员。`,
    en: `${where} is a lagging village and takes a member of the leading body; ${who} is none.`,
  }),
  notEligible: ({ who, names, cadreIds }) => {
    const why = names.cadre(cadreIds[0])?.setAside?.reason;
    return {
      zh: `${who}不能排入：${why?.zh ?? '不符合选派条件'}。`,
      en: `${who} cannot be placed: ${why?.en ?? 'not eligible'}.`,
    };
  },
  cadreTwice: ({ who }) => ({
    zh: `${who}排了不止一个岗位。`,
    en: `${who} has more than one place.`,
  }),
  firstSecretaryMissing: ({ where }) => ({
    zh: `${where}还没有第一书记。`,
    en: `${where} has no first secretary yet.`,
  }),
  deputyMissing: ({ where }) => ({
    zh: `${where}还没有副书记。`,
    en: `${where} has no deputy secretary yet.`,
  }),
  outsideTownship: ({ who, where, unit, names, villageIds }) => {
    const township = names.townshipName(names.village(villageIds[0])?.townshipId);
    return {
      zh: `${who}是${unit}的干部，${where}在${township}；镇街干部在本镇街任职。`,
      en: `${who} is a cadre of ${unit}; ${where} lies in ${township}. Township cadres stay inside their own township.`,
    };
  },
  banned: ({ who, where }) => ({
    zh: `已要求${who}不去${where}。`,
    en: `${who} is ruled out for ${where}.`,
  }),
  togetherNotKept: ({ names, cadreIds }) => {
    const [one, other] = cadreIds.map((id) => names.cadreName(id));
    return {
      zh: `已要求${one}与${other}同村，现在不在一个村。`,
      en: `${one} and ${other} are to be in one village and aren’t.`,
    };
  },
  apartNotKept: ({ where, names, cadreIds }) => {
    const [one, other] = cadreIds.map((id) => names.cadreName(id));
    return {
      zh: `已要求${one}与${other}不同村，现在都在${where}。`,
      en: `${one} and ${other} are to be kept apart; both are in ${where}.`,
    };
  },
  relativeInVillage: ({ who, where }) => ({
    zh: `${who}有亲属在${where}任村干部，应当回避。`,
    en: `A relative of ${who} holds office in ${where}; they must be kept apart.`,
  }),
  relativesTogether: ({ where, names, cadreIds }) => {
    const [one, other] = cadreIds.map((id) => names.cadreName(id));
    return {
      zh: `${one}与${other}是亲属，不能同在${where}。`,
      en: `${one} and ${other} are relatives and cannot both be in ${where}.`,
    };
  },
  pinNotKept: ({ who, where }) => ({
    zh: `${who}锁定在${where}，但没有排在那里。`,
    en: `${who} is pinned to ${where} but not placed there.`,
  }),
  inversion: ({ where, names, cadreIds }) => {
    const [lead, deputy] = cadreIds.map((id) => names.cadreName(id));
    return {
      zh: `${where}：副书记${deputy}的职级高于第一书记${lead}。`,
      en: `${where}: the deputy ${deputy} ranks above the first secretary ${lead}.`,
    };
  },
  homeTownship: ({ who, where, names, villageIds }) => {
    const township = names.townshipName(names.village(villageIds[0])?.townshipId);
    return {
      zh: `${who}家在${township}，排在同镇的${where}。`,
      en: `${who} comes from ${township}, where ${where} lies.`,
    };
  },
  unitSplit: ({ unit, cadreIds, villageIds, names }) => {
    const villages = listed(villageIds.map((id) => names.villageName(id)));
    return {
      zh: `${unit}的${cadreIds.length}名干部分在${villages.zh}。`,
      en: `The ${cadreIds.length} cadres of ${unit} are split over ${villages.en}.`,
    };
  },
};

/** The sentence for a broken rule, in both languages. */
export function sentenceOf(violation: Violation, names: Names): Text {
  const { villageIds, cadreIds, unitId, code } = violation;
  const who = names.cadreName(cadreIds[0]);
  const unit = unitId ? names.unitName(unitId) : (names.cadre(cadreIds[0])?.unitName ?? '?');
  const where = names.villageName(villageIds[0]);
  return sentences[code]({ villageIds, cadreIds, names, who, where, unit });
}
