import type { AssignmentEventKind, OpenAct } from '@xuanpai/contracts/assignment-events';
import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays } from '../office/plain-date.ts';
import type { Policy } from '../policy/policy.ts';
import type { DispatchTier } from '../posts.ts';
import type { RuleFault } from '../rule-fault.ts';
import { longestStay, staysTooLong } from '../term.ts';
import { fault, futureFaults, pastMonthFaults } from './dates.ts';

export type Act = OpenAct['act'];

/** A post as far as acts on it go. */
export interface PostFacts {
  cadreName: string;
  tier: DispatchTier;
  startsOn: PlainDate;
  endsOn: PlainDate | null;
  state: 'inForce' | 'revoked';
  /** What happened and wasn't undone, each with its day. */
  events: readonly { kind: AssignmentEventKind; date: PlainDate }[];
}

/** The day on which something happened to a post; null where it didn't. */
export function dateOf({ events }: PostFacts, kind: AssignmentEventKind): PlainDate | null {
  return events.find((event) => event.kind === kind)?.date ?? null;
}

const leaving = [
  ['replaced', { zh: '已调整人选', en: 'somebody else was sent' }],
  ['exchanged', { zh: '已互换任职村', en: 'villages were exchanged' }],
  ['withdrawn', { zh: '已调回', en: 'the person was called back' }],
  ['ended', { zh: '已登记任期届满', en: 'the end of the term is on record' }],
] as const satisfies readonly (readonly [AssignmentEventKind, Text])[];

function left(post: PostFacts, but: readonly AssignmentEventKind[] = []): Text | null {
  for (const [kind, word] of leaving) {
    const date = dateOf(post, kind);
    if (date === null || but.includes(kind)) continue;
    return { zh: `${word.zh}（${date}）。`, en: `Not any more: ${word.en} (${date}).` };
  }
  return null;
}

function noted(post: PostFacts, kind: AssignmentEventKind): Text | null {
  const date = dateOf(post, kind);
  if (date === null) return null;
  return {
    zh: `已登记（${date}）；要改请先撤销。`,
    en: `On record (${date}); undo it to change it.`,
  };
}

function over({ endsOn }: PostFacts, today: PlainDate): Text | null {
  if (endsOn === null || endsOn >= today) return null;
  return { zh: `任期已于${endsOn}届满。`, en: `The term ended on ${endsOn}.` };
}

const neverHeld = { zh: '这个任职没有生效。', en: 'This post never took effect.' };

/** Why an act isn't open to a post on a day, whatever is entered; null where it is. */
export function whyBlocked(
  post: PostFacts,
  act: Act,
  today: PlainDate,
  policy: Policy,
): Text | null {
  if (post.state === 'revoked' && act !== 'replace') return neverHeld;
  switch (act) {
    case 'appointment':
      return noted(post, 'appointed');
    case 'report':
      return (
        noted(post, 'reported') ??
        (post.startsOn > today
          ? { zh: `任期自${post.startsOn}起。`, en: `The term begins on ${post.startsOn}.` }
          : null)
      );
    case 'membershipTransferred':
      return (
        noted(post, 'membershipTransferred') ?? (post.tier === 'township' ? staysAtHome : null)
      );
    case 'membershipReturned':
      return noted(post, 'membershipReturned') ?? notMoved(post);
    case 'replace':
      // Whoever was called back has left a post that somebody may take.
      if (dateOf(post, 'withdrawn') !== null) return left(post, ['withdrawn']);
      return post.state === 'revoked' ? neverHeld : (left(post) ?? over(post, today));
    case 'withdraw':
    case 'exchange':
      return left(post) ?? over(post, today);
    case 'extend':
      return left(post) ?? (post.endsOn === null ? openTerm : null);
    case 'end':
      return left(post) ?? tooEarlyToEnd(post, today, policy);
  }
}

const staysAtHome = {
  zh: '镇街干部不转组织关系。',
  en: 'Township cadres keep their membership where it is.',
};
const openTerm = { zh: '这个任职没有止期。', en: 'This post has no last day.' };

function notMoved(post: PostFacts): Text | null {
  if (dateOf(post, 'membershipTransferred') !== null) return null;
  return { zh: '还没有登记转入。', en: 'That it was moved in is not on record.' };
}

function tooEarlyToEnd({ endsOn }: PostFacts, today: PlainDate, policy: Policy): Text | null {
  if (endsOn === null) return openTerm;
  const days = policy.number('dispatch.termWarningDays');
  if (addDays(endsOn, -days) <= today) return null;
  return {
    zh: `任期至${endsOn}，届满前${days}天起可登记。`,
    en: `The term lasts until ${endsOn}; its end can be recorded ${days} days ahead.`,
  };
}

export interface Change {
  /** The first day that is different. */
  from: PlainDate;
  lateReason: string | null;
}

/**
 * What is wrong with the day from which somebody leaves a post (调整人选, 调回, 互换任职村): it lies in
 * the term, not before an arrival on record, and past months want an explanation. On the first day of
 * the term the post never takes effect.
 */
export function leaveFaults(
  post: PostFacts,
  change: Change,
  today: PlainDate,
  policy: Policy,
): RuleFault[] {
  const { startsOn, endsOn, cadreName } = post;
  const { from } = change;
  const faults: RuleFault[] = [];
  const basis = policy.basis('dispatch.termYears');
  if (from < startsOn || (endsOn !== null && from > endsOn)) {
    const message = {
      zh: `${cadreName}的任期是${startsOn}至${endsOn ?? '今'}，${from}不在其中。`,
      en: `${cadreName} is in post from ${startsOn} to ${endsOn ?? 'now'}; ${from} lies outside.`,
    };
    faults.push(fault('from', 'outsideTerm', message, null, basis));
  }
  const reported = dateOf(post, 'reported');
  if (reported !== null && from <= reported) {
    const message = {
      zh: `${cadreName}已于${reported}到岗，离任须在其后。`,
      en: `${cadreName} reported for duty on ${reported} and can only leave after that.`,
    };
    const remedy = {
      zh: '到岗登记有误的，请先撤销。',
      en: 'Undo that entry first if it is wrong.',
    };
    faults.push(fault('from', 'reportedLater', message, remedy));
  }
  return [...faults, ...pastMonthFaults(change, today, policy)];
}

/** S4: what is wrong with a new last day: it lies after the old one, by a term at most. */
export function extendFaults(post: PostFacts, until: PlainDate, policy: Policy): RuleFault[] {
  if (post.endsOn === null) return [];
  if (until > post.endsOn) {
    const isTooLate = until > longestStay(post.endsOn, policy);
    return isTooLate ? [staysTooLong('until', post.endsOn, policy)] : [];
  }
  const message = {
    zh: `延期须晚于现在的止期${post.endsOn}。`,
    en: `An extension goes beyond the present last day, ${post.endsOn}.`,
  };
  return [fault('until', 'notLater', message, null, policy.basis('dispatch.boundUntilDone'))];
}

/** What is wrong with the day of an arrival, or of moving the membership. */
export function factFaults(
  post: PostFacts,
  kind: AssignmentEventKind,
  date: PlainDate,
  today: PlainDate,
): RuleFault[] {
  const faults = futureFaults('date', date, today);
  const { startsOn, endsOn, cadreName } = post;
  if (kind === 'reported' && (date < startsOn || (endsOn !== null && date > endsOn))) {
    const message = {
      zh: `${cadreName}的任期是${startsOn}至${endsOn ?? '今'}，到岗日期不在其中。`,
      en: `${cadreName} is in post from ${startsOn} to ${endsOn ?? 'now'}; the day lies outside.`,
    };
    faults.push(fault('date', 'outsideTerm', message));
  }
  const moved = dateOf(post, 'membershipTransferred');
  if (kind === 'membershipReturned' && moved !== null && date < moved) {
    const message = {
      zh: `${cadreName}的组织关系${moved}才转入。`,
      en: `${cadreName}'s membership was moved in on ${moved}.`,
    };
    faults.push(fault('date', 'beforeTransfer', message));
  }
  return faults;
}
