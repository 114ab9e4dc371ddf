import type { WaitingTask } from '@xuanpai/contracts/home';
import type { Permission } from '@xuanpai/contracts/permissions';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { OpenSheet } from './attendance/waiting-sheets.ts';
import type { BenefitsWanting } from './benefits/waiting.ts';
import type { GradesWanting } from './evaluation/waiting.ts';
import type { OpenRound } from './evaluation/waiting-villages.ts';
import type { Policy } from './policy/policy.ts';
import type { SupervisionWanting } from './supervision/waiting.ts';
import type { HelpWanting } from './support/waiting.ts';
import type { OpenAppraisals } from './targets/appraisals.ts';
import type { OpenReports } from './targets/waiting.ts';

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

/** A task as a part of the work knows it; by when, and which names still fit, is added for all alike. */
export type Draft = Pick<WaitingTask, 'code' | 'counts'> & Partial<WaitingTask>;

/** A task where it holds, for a list of them. */
export function when(holds: boolean, draft: Draft): Draft | null {
  return holds ? draft : null;
}
