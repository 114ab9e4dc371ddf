import type { Text } from '@xuanpai/contracts/text';
import type { Contradiction, ContradictionCode } from '@xuanpai/planner/contradictions/model';
import { violation } from '@xuanpai/planner/rule-table';
import type { Finding } from '../read/findings.ts';
import { findingsOf } from '../read/findings.ts';
import { listed, namesOf } from '../read/names.ts';
import type { OpenPlan } from '../read/open-plan.ts';

/** What a sentence needs: people and villages by name, and why somebody may not be there. */
interface Subject {
  people: string[];
  villages: string[];
  why: Text;
}

const both = ({ people }: Subject) => ({
  zh: `${people[0]}与${people[1]}`,
  en: `${people[0]} and ${people[1]}`,
});
const wanted = (subject: Subject) => ({
  zh: `已要求${both(subject).zh}同村`,
  en: `${both(subject).en} are to be in one village`,
});

const sentences: Record<ContradictionCode, (subject: Subject) => Text> = {
  cadrePinnedTwice: ({ people, villages }) => ({
    zh: `${people[0]}锁定在${villages.length}个岗位：${listed(villages).zh}。`,
    en: `${people[0]} is pinned to ${villages.length} places: ${listed(villages).en}.`,
  }),
  placePinnedTwice: ({ people, villages }) => ({
    zh: `${villages[0]}的一个岗位锁定了${people.length}人：${listed(people).zh}。`,
    en: `${people.length} people are pinned to one place in ${villages[0]}: ${listed(people).en}.`,
  }),
  pinForbidden: ({ people, villages, why }) => ({
    zh: `${people[0]}锁定在${villages[0] ?? '已取消的岗位'}，但不能去：${why.zh}`,
    en: `${people[0]} is pinned to ${villages[0] ?? 'a place that is gone'} and may not go: ${why.en}`,
  }),
  togetherAndApart: (subject) => ({
    zh: `${wanted(subject).zh}，又要求二人不同村。`,
    en: `${wanted(subject).en}, and are to be kept apart.`,
  }),
  togetherWithKin: (subject) => ({
    zh: `${wanted(subject).zh}，但二人是亲属，应当回避。`,
    en: `${wanted(subject).en}, but are kin and must be kept apart.`,
  }),
  togetherChain: ({ people: [one, ...others] }) => ({
    zh: `${one}要与${listed(others).zh}同村，而一个村只派2名。`,
    en: `${one} is to be with ${listed(others).en}, and a village takes two.`,
  }),
  togetherNotDistrict: (subject) => ({
    zh: `${wanted(subject).zh}，而只有区直选派的村派2名，二人须都是区直人选。`,
    en: `${wanted(subject).en}; only district-tier villages take two, both of the district.`,
  }),
  togetherNotEligible: (subject) => ({
    zh: `${wanted(subject).zh}，但${subject.why.zh}`,
    en: `${wanted(subject).en}, but: ${subject.why.en}`,
  }),
  togetherPinnedApart: (subject) => ({
    zh: `${wanted(subject).zh}，但分别锁定在${listed(subject.villages).zh}。`,
    en: `${wanted(subject).en}, but are pinned to ${listed(subject.villages).en}.`,
  }),
  togetherNowhere: (subject) => ({
    zh: `${wanted(subject).zh}，但按现有锁定和禁配，没有村能同时安排二人。`,
    en: `${wanted(subject).en}, but pins and bans leave no village that takes both.`,
  }),
  togetherTooMany: ({ people, villages }) => ({
    zh: `要求同村的${people.length / 2}对（${listed(pairs(people).zh).zh}）只有${villages.length}个村可排：${listed(villages).zh}。`,
    en: `${people.length / 2} pairs (${listed(pairs(people).en).en}) have only ${villages.length} villages: ${listed(villages).en}.`,
  }),
  apartPinnedTogether: (subject) => ({
    zh: `已要求${both(subject).zh}不同村，但都锁定在${subject.villages[0]}。`,
    en: `${both(subject).en} are to be kept apart and are both pinned to ${subject.villages[0]}.`,
  }),
  kinPinnedTogether: (subject) => ({
    zh: `${both(subject).zh}是亲属，应当回避，但都锁定在${subject.villages[0]}。`,
    en: `${both(subject).en} are kin and are both pinned to ${subject.villages[0]}.`,
  }),
  preferForbidden: ({ people, villages, why }) => ({
    zh: `已要求优先安排${people[0]}${villages[0] ? `去${villages[0]}` : ''}，但不能去：${why.zh}`,
    en: `${people[0]} is preferred${villages[0] ? ` for ${villages[0]}` : ''} and may not go: ${why.en}`,
  }),
};

function pairs(people: readonly string[]) {
  const starts = [...people.keys()].filter((at) => at % 2 === 0);
  return {
    zh: starts.map((at) => `${people[at]}与${people[at + 1]}`),
    en: starts.map((at) => `${people[at]} and ${people[at + 1]}`),
  };
}

/** A contradiction in words, with the rule behind it where there is one. */
export function contradictionWords(open: OpenPlan, one: Contradiction) {
  const names = namesOf(open.dossier);
  const findings = rulesOf(open, one);
  const people = one.cadreIds.map((id) => nameOf(open, id));
  const villages = one.villageIds.map((id) => names.villageName(id));
  const why = {
    zh: findings.map(({ message }) => message.zh).join(''),
    en: findings.map(({ message }) => message.en).join(' '),
  };
  return {
    message: sentences[one.code]({ people, villages, why }),
    basis: findings[0]?.basis ?? null,
  };
}

/** Somebody who isn't named any more is still called by name. */
function nameOf({ dossier, wishes }: OpenPlan, cadreId: string): string {
  const known = dossier.cadres.find(({ id }) => id === cadreId)?.name;
  return known ?? wishes.find((wish) => wish.cadreId === cadreId)?.cadre?.name ?? '?';
}

const kinCodes: ReadonlySet<ContradictionCode> = new Set(['togetherWithKin', 'kinPinnedTogether']);

function rulesOf({ dossier, input }: OpenPlan, one: Contradiction): Finding[] {
  const { cadreIds, villageIds, placeIds } = one;
  if (kinCodes.has(one.code)) return findingsOf(dossier, [violation('relativesTogether', one)]);
  const eligible = new Map(input.cadres.map((cadre) => [cadre.id, cadre.eligible]));
  if (one.code === 'togetherNotEligible') {
    return findingsOf(
      dossier,
      cadreIds
        .filter((id) => eligible.get(id) !== true)
        .map((id) => violation('notEligible', { cadreIds: [id] })),
    );
  }
  return findingsOf(
    dossier,
    one.rules.map((code) => violation(code, { cadreIds, villageIds, placeIds })),
  );
}
