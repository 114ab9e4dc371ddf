import type { Judgement } from '@xuanpai/contracts/nominations';
import type { StateName } from '../../ui/state-badge.tsx';

/** How each judgement looks. */
export const judgementStates: Record<Judgement, StateName> = {
  eligible: 'eligible',
  toStudy: 'needsDecision',
  accepted: 'agreed',
  toVerify: 'toVerify',
  notEligible: 'ineligible',
};
