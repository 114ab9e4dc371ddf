import { type VoterGroup, voterGroups, voterGroupWords } from '@xuanpai/contracts/evaluation-words';
import type { Text } from '@xuanpai/contracts/text';
import { type VisitFact, visitFacts, visitFactWords } from '@xuanpai/contracts/visits';

/** 到村座谈 (E2): what a visit must have on record. */

export type WrittenVisit = { readonly [F in VisitFact]: string | null } & {
  readonly present: Readonly<Record<VoterGroup, number | null>>;
};

/** What is wanting, in the order of the form: facts by name, then that nobody was counted. */
export function visitGaps(visit: WrittenVisit): Text[] {
  const facts = visitFacts.filter((fact) => !visit[fact]).map((fact) => visitFactWords[fact]);
  return attendance(visit) > 0 ? facts : [...facts, present];
}

/** How many came. */
export function attendance({ present: counted }: Pick<WrittenVisit, 'present'>): number {
  return voterGroups.reduce((sum, group) => sum + (counted[group] ?? 0), 0);
}

/** The groups that were there, and so have ballots; all of them while nobody was counted. */
export function groupsPresent({ present: counted }: Pick<WrittenVisit, 'present'>): VoterGroup[] {
  const there = voterGroups.filter((group) => (counted[group] ?? 0) > 0);
  return there.length > 0 ? there : [...voterGroups];
}

/** More ballots than people: who came is counted anew, or the ballots. */
export function overPresent(
  group: VoterGroup,
  issued: number | null,
  came: number | null,
): Text | null {
  if (issued === null || came === null || issued <= came) return null;
  const { zh, en } = voterGroupWords[group];
  return {
    zh: `${zh}到会${came}人，发出${issued}张。`,
    en: `${en}: ${came} came, ${issued} ballots were issued.`,
  };
}

const present = { zh: '到会人数', en: 'How many came' };
