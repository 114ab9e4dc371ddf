import type { IssueAct, IssueState, Responsible } from '@xuanpai/contracts/inspection-findings';
import type { Permission } from '@xuanpai/contracts/permissions';
import type { PlainDate } from '@xuanpai/contracts/values';
import { daysBetween } from '../office/plain-date.ts';

interface Transition {
  by: Permission;
  from: readonly IssueState[];
  to: IssueState;
}

/** The life of a finding (S2): open → answered → closed, or returned and answered again. */
export const issueTransitions: Readonly<Record<IssueAct, Transition>> = {
  answer: { by: 'inspections.answer', from: ['open', 'returned'], to: 'answered' },
  close: { by: 'inspections.close', from: ['answered'], to: 'closed' },
  return: { by: 'inspections.close', from: ['answered'], to: 'returned' },
  withdraw: { by: 'inspections.write', from: ['open'], to: 'withdrawn' },
};

/** Those in which somebody responsible has still to act. */
export const unanswered: readonly IssueState[] = ['open', 'returned'];
export const settled: readonly IssueState[] = ['closed', 'withdrawn'];

export interface IssueStanding {
  state: IssueState;
  responsible: Responsible;
  /** Of the village. */
  townshipId: string;
  unitId: string | null;
  /** Everybody who ever reported a rectification of it. */
  answeredByIds: readonly string[];
}

/** Who looks: what a permission reaches for them, as `scopeOf` gives it. */
export interface Who {
  userId: string | null;
  reach(permission: Permission): 'all' | 'none' | { townshipIds: string[]; unitIds: string[] };
}

export type Hindrance = 'notYours' | 'otherState' | 'sameHand';

/** Why an act can't be done; null where it can. */
export function hindrance(act: IssueAct, issue: IssueStanding, who: Who): Hindrance | null {
  const { by, from } = issueTransitions[act];
  if (!concerns(issue, who.reach(by))) return 'notYours';
  if (!from.includes(issue.state)) return 'otherState';
  const checks = by === 'inspections.close';
  const answered = who.userId !== null && issue.answeredByIds.includes(who.userId);
  return checks && answered ? 'sameHand' : null;
}

export function actsOn(issue: IssueStanding, who: Who): IssueAct[] {
  const acts = Object.keys(issueTransitions) as IssueAct[];
  return acts.filter((act) => hindrance(act, issue, who) === null);
}

/**
 * A township answers for its villages, whoever is responsible: not every unit and person has an
 * account. A unit answers what it is itself responsible for.
 */
export function concerns(
  { responsible, townshipId, unitId }: Pick<IssueStanding, 'responsible' | 'townshipId' | 'unitId'>,
  scope: ReturnType<Who['reach']>,
): boolean {
  if (scope === 'all') return true;
  if (scope === 'none') return false;
  if (scope.townshipIds.includes(townshipId)) return true;
  return responsible === 'unit' && unitId !== null && scope.unitIds.includes(unitId);
}

/** Days past the deadline of what isn't answered; null where it isn't late. */
export function daysLate(
  { state, deadline }: { state: IssueState; deadline: PlainDate },
  today: PlainDate,
): number | null {
  if (!unanswered.includes(state) || deadline >= today) return null;
  return daysBetween(deadline, today);
}
