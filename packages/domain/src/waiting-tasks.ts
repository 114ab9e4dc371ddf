import type { WaitingTask } from '@xuanpai/contracts/home';
import type { Permission } from '@xuanpai/contracts/permissions';
import type { PlainDate } from '@xuanpai/contracts/values';
import { type OpenSheet, waitingSheets } from './attendance/waiting-sheets.ts';
import { type BenefitsWanting, waitingBenefits } from './benefits/waiting.ts';
import { type GradesWanting, waitingGrades } from './evaluation/waiting.ts';
import { type OpenRound, waitingRounds } from './evaluation/waiting-villages.ts';
import { addDays, daysBetween } from './office/plain-date.ts';
import type { NumberKey } from './policy/keys.ts';
import type { Policy } from './policy/policy.ts';
import { type SupervisionWanting, waitingSupervision } from './supervision/waiting.ts';
import { type HelpWanting, waitingHelp } from './support/waiting.ts';
import { type OpenAppraisals, waitingAppraisals } from './targets/appraisals.ts';
import { type OpenReports, waitingReports } from './targets/waiting.ts';

/** A nominee as the own rows show them; the judgement is of the batch's date. */
export interface WaitingNominee {
  name: string;
  tier: 'district' | 'township';
  judgement: 'eligible' | 'toStudy' | 'toVerify' | 'accepted' | 'notEligible';
  presumed: boolean;
}

/** How a batch stands for somebody: only rows within their reach. */
export interface BatchStanding {
  date: PlainDate;
  policy: Policy;
  /** Registers and nominee books that are still empty, in words. */
  missingRegisters: string[];
  unitsWithoutContacts: number;
  nominees: WaitingNominee[];
  placeable: number;
  places: number;
  villagesWithoutTier: string[];
  /** The plan that went furthest; null where there is none. */
  plan: {
    id: string;
    status: 'draft' | 'approved' | 'confirmed' | 'issued';
    filled: number;
  } | null;
  assignments: number;
  /** What the posts want; null before the issue. */
  life: PostsWanting | null;
  supervision: SupervisionWanting;
}

/** Posts that want an act on the day looked at. */
export interface PostsWanting {
  /** Vacant for longer than the policy bears, and since how many days the oldest. */
  vacant: { village: string; days: number }[];
  /** Terms that end soon, or have ended without that being on record; days left. */
  ending: { name: string; daysLeft: number }[];
  /** A round of evaluation at the end of the term is there, prepared at least. */
  hasTermRound: boolean;
  /** In post, and the arrival isn't on record. */
  unreported: number;
  /** Named to, or posted by, another batch as well. */
  inSeveralBatches: string[];
  /** Whose leave waits for this person's decision. */
  leavesToDecide: string[];
  /** Leave of the own township that is over, its end not on record. */
  leavesToEnd: number;
  /** Of whom an inspector found another thing than the log says, and somebody else entered it. */
  findingsToSettle: string[];
  /** In post longer than policy gives to be trained, and came to no session (M1). */
  untrained: string[];
  help: HelpWanting;
  benefits: BenefitsWanting;
  /** Months of attendance that aren't settled. */
  sheets: OpenSheet[];
  /** Periods of which opinions on cadres aren't signed. */
  appraisals: OpenAppraisals[];
  /** Opened rounds of evaluation, and what each wants. */
  grades?: GradesWanting[];
  /** Periods of which villages’ reports aren't settled. */
  reports: OpenReports[];
  /** Rounds of evaluation under way. */
  rounds: OpenRound[];
}

export type May = (permission: Permission) => boolean;

type Draft = Pick<WaitingTask, 'code' | 'counts'> & Partial<WaitingTask>;

/** How many names a task still tells one by one. */
const fewNames = 9;

/**
 * What waits for somebody in a batch, late first, then in the order of the work. Before the issue:
 * registers, contacts, nominees, coverage, the plan's steps; after it the lists to take away, and what
 * units still owe.
 */
export function waitingTasks(standing: BatchStanding, may: May, today: PlainDate): WaitingTask[] {
  const { plan } = standing;
  const drafts =
    plan?.status === 'issued'
      ? [
          ...waitingSheets(standing.life?.sheets ?? [], may, today),
          ...waitingSupervision(standing.supervision, may),
          ...waitingReports(standing.life?.reports ?? [], may),
          ...waitingGrades(standing.life?.grades ?? [], may),
          ...waitingAppraisals(standing.life?.appraisals ?? [], may, today),
          ...waitingRounds(standing.life?.rounds ?? [], may),
          ...postsWanting(standing, may),
          ...(standing.life ? waitingHelp(standing.life.help, may) : []),
          ...(standing.life ? waitingBenefits(standing.life.benefits, may) : []),
          listsToTake(standing, may),
          contacts(standing, may),
          presumedDates(standing, may),
        ]
      : [
          ...registers(standing, may),
          ...waitingSupervision(standing.supervision, may),
          contacts(standing, may),
          ...nominees(standing, may),
          presumedDates(standing, may),
          ...planSteps(standing, may),
        ];
  return drafts
    .flatMap((draft) => (draft ? [finished(draft, standing, today)] : []))
    .sort((a, b) => Number(isLate(b)) - Number(isLate(a)));
}

function isLate({ daysLeft }: WaitingTask) {
  return daysLeft !== null && daysLeft < 0;
}

function when(holds: boolean, draft: Draft): Draft | null {
  return holds ? draft : null;
}

function registers(standing: BatchStanding, may: May) {
  const { missingRegisters, villagesWithoutTier } = standing;
  return [
    when(may('imports.write') && missingRegisters.length > 0, {
      code: 'importRegisters',
      counts: {},
      names: missingRegisters,
    }),
    when(may('coverage.write') && villagesWithoutTier.length > 0, {
      code: 'coverVillages',
      counts: { villages: villagesWithoutTier.length },
      names: villagesWithoutTier,
    }),
  ];
}

function contacts({ unitsWithoutContacts }: BatchStanding, may: May) {
  return when(may('units.contact') && unitsWithoutContacts > 0, {
    code: 'registerContacts',
    counts: { units: unitsWithoutContacts },
  });
}

/** D5: who is not eligible is corrected or replaced; ages are studied. */
function nominees({ nominees }: BatchStanding, may: May) {
  const wrong = nominees.filter(
    ({ judgement }) => judgement === 'notEligible' || judgement === 'toVerify',
  );
  const toStudy = nominees.filter(({ judgement }) => judgement === 'toStudy');
  return [
    when(may('nominations.replace') && wrong.length > 0, {
      code: 'fixNominees',
      counts: { district: ofTier(wrong, 'district'), township: ofTier(wrong, 'township') },
      names: wrong.map(({ name }) => name),
    }),
    when(may('nominations.accept') && toStudy.length > 0, {
      code: 'studyAges',
      counts: { people: toStudy.length },
      names: toStudy.map(({ name }) => name),
    }),
  ];
}

/** D5: who is presumed a full member may be placed and issued; the unit still confirms it. */
function presumedDates({ nominees }: BatchStanding, may: May) {
  const presumed = nominees.filter(
    (nominee) => nominee.presumed && nominee.judgement !== 'notEligible',
  );
  return when(may('nominations.confirmMembership') && presumed.length > 0, {
    code: 'confirmMembership',
    counts: { people: presumed.length },
    names: presumed.map(({ name }) => name),
  });
}

function ofTier(nominees: WaitingNominee[], tier: WaitingNominee['tier']) {
  return nominees.filter((nominee) => nominee.tier === tier).length;
}

function planSteps({ plan, policy, nominees, placeable, places }: BatchStanding, may: May) {
  const filled = plan?.filled ?? 0;
  const counts = { filled, places };
  const planId = plan?.id ?? null;
  const status = plan?.status ?? 'draft';
  const twoPeople = policy.isOn('issue.secondPerson');
  const toIssue = twoPeople
    ? status === 'confirmed'
    : status === 'approved' || status === 'confirmed';
  const draft = status === 'draft';
  return [
    when(may('plans.write') && draft && filled === 0 && nominees.length > 0, {
      code: 'solvePlan',
      counts: { ...counts, placeable },
      planId,
    }),
    when(may('plans.write') && draft && filled > 0, { code: 'approvePlan', counts, planId }),
    when(may('plans.confirm') && twoPeople && status === 'approved', {
      code: 'confirmPlan',
      counts,
      planId,
    }),
    when(may('plans.publish') && toIssue, { code: 'publishPlan', counts, planId }),
  ];
}

/** What posts want: leave decided and ended, somebody for a vacant one, terms and arrivals on record. */
function postsWanting({ life }: BatchStanding, may: May): (Draft | null)[] {
  if (life === null) return [];
  const {
    vacant,
    ending,
    hasTermRound,
    unreported,
    inSeveralBatches,
    leavesToDecide,
    leavesToEnd,
    findingsToSettle,
    untrained,
  } = life;
  const least = (numbers: number[]) => Math.min(...numbers);
  const endings = () => ({
    people: ending.length,
    days: least(ending.map(({ daysLeft }) => daysLeft)),
  });
  return [
    when(may('leaves.decide') && leavesToDecide.length > 0, {
      code: 'decideLeaves',
      counts: { leaves: leavesToDecide.length },
      names: leavesToDecide,
    }),
    when(may('spotChecks.resolve') && findingsToSettle.length > 0, {
      code: 'settleFindings',
      counts: { findings: findingsToSettle.length },
      names: findingsToSettle,
    }),
    when(may('leaves.ask') && leavesToEnd > 0, {
      code: 'endLeaves',
      counts: { leaves: leavesToEnd },
    }),
    when(may('trainings.write') && untrained.length > 0, {
      code: 'trainCadres',
      counts: { people: untrained.length },
      names: untrained,
    }),
    when(may('assignments.change') && vacant.length > 0, {
      code: 'fillPosts',
      counts: { posts: vacant.length, days: -least(vacant.map(({ days }) => -days)) },
      names: vacant.map(({ village }) => village),
    }),
    when(may('assignments.change') && ending.length > 0, {
      code: 'endTerms',
      counts: endings(),
      names: ending.map(({ name }) => name),
    }),
    // E1: who leaves is evaluated first.
    when(may('evaluations.write') && ending.length > 0 && !hasTermRound, {
      code: 'prepareTermRound',
      counts: endings(),
    }),
    when(may('assignments.record') && unreported > 0, {
      code: 'recordReports',
      counts: { people: unreported },
    }),
    when(may('assignments.change') && inSeveralBatches.length > 0, {
      code: 'checkBatches',
      counts: { people: inSeveralBatches.length },
      names: inSeveralBatches,
    }),
  ];
}

function listsToTake({ assignments, plan }: BatchStanding, may: May) {
  return when(may('assignments.read') && assignments > 0, {
    code: 'downloadLists',
    counts: { assignments },
    planId: plan?.id ?? null,
  });
}

/** By when, in days from the batch's date: policy. */
const deadlines: Partial<Record<WaitingTask['code'], NumberKey>> = {
  registerContacts: 'deadline.contacts',
  fixNominees: 'deadline.nominees',
  studyAges: 'deadline.nominees',
  confirmMembership: 'deadline.membership',
  solvePlan: 'deadline.plan',
  approvePlan: 'deadline.issue',
  confirmPlan: 'deadline.issue',
  publishPlan: 'deadline.issue',
};

function finished(draft: Draft, { date, policy }: BatchStanding, today: PlainDate): WaitingTask {
  const key = deadlines[draft.code];
  const dueOn = key
    ? addDays(date, policy.number(key))
    : ((draft.dueOn as PlainDate | null) ?? null);
  const names = draft.names ?? [];
  return {
    code: draft.code,
    counts: draft.counts,
    names: names.length <= fewNames ? names : [],
    dueOn,
    daysLeft: dueOn === null ? null : daysBetween(today, dueOn),
    planId: draft.planId ?? null,
    sheet: draft.sheet ?? null,
    period: draft.period ?? null,
    round: draft.round ?? null,
  };
}

/** A task without a batch: to make one, or to make the first users. */
export function taskWithoutBatch(code: 'createBatch' | 'createUsers'): WaitingTask {
  return {
    code,
    counts: {},
    names: [],
    dueOn: null,
    daysLeft: null,
    planId: null,
    sheet: null,
    period: null,
    round: null,
  };
}
