/** Where a rule comes from: the notice, this office's reading of it, or a preference of the policy. */
export type RuleBasis = 'notice' | 'reading' | 'policy';

export interface Rule {
  severity: 'hard' | 'warning';
  /** The rule's number in the project's page on the domain. */
  rule: string | null;
  basis: RuleBasis;
  /** Clause of the notice of 2015-04-24, null where the notice says nothing. */
  clause: string | null;
}

/** Every way in which a plan can break a rule. Hard ones stop a plan; warnings are shown. */
export const rules = {
  unknownPlace: { severity: 'hard', rule: null, basis: 'policy', clause: null },
  unknownCadre: { severity: 'hard', rule: null, basis: 'policy', clause: null },
  wrongTier: { severity: 'hard', rule: 'D1', basis: 'notice', clause: '二（二）' },
  laggingNeedsLeadingBody: { severity: 'hard', rule: 'D4', basis: 'notice', clause: '二（二）' },
  notEligible: { severity: 'hard', rule: 'D5', basis: 'notice', clause: '二（三）' },
  cadreTwice: { severity: 'hard', rule: 'D2', basis: 'notice', clause: '二（二）' },
  firstSecretaryMissing: { severity: 'hard', rule: 'D6', basis: 'notice', clause: '二（四）' },
  deputyMissing: { severity: 'hard', rule: 'D6', basis: 'notice', clause: '二（四）' },
  outsideTownship: { severity: 'hard', rule: 'D7', basis: 'reading', clause: '二（二）' },
  banned: { severity: 'hard', rule: null, basis: 'policy', clause: null },
  togetherNotKept: { severity: 'hard', rule: null, basis: 'policy', clause: null },
  apartNotKept: { severity: 'hard', rule: null, basis: 'policy', clause: null },
  relativeInVillage: { severity: 'hard', rule: 'E8', basis: 'policy', clause: null },
  relativesTogether: { severity: 'hard', rule: 'E8', basis: 'policy', clause: null },
  pinNotKept: { severity: 'hard', rule: null, basis: 'policy', clause: null },
  inversion: { severity: 'warning', rule: null, basis: 'policy', clause: null },
  homeTownship: { severity: 'warning', rule: 'E8', basis: 'policy', clause: null },
  unitSplit: { severity: 'warning', rule: 'S1', basis: 'reading', clause: '五、二' },
} as const satisfies Record<string, Rule>;

export type ViolationCode = keyof typeof rules;

/** Whom and what a violation is about; a list of cadres may be empty. */
export interface ViolationSubject {
  villageIds: string[];
  placeIds: string[];
  cadreIds: string[];
  unitId?: string;
}

/** One broken rule, with its clause and the ids it is about. */
export interface Violation extends Rule, ViolationSubject {
  code: ViolationCode;
}

/** A violation of a rule, with the rule's clause. */
export function violation(code: ViolationCode, subject: Partial<ViolationSubject>): Violation {
  return { code, ...rules[code], villageIds: [], placeIds: [], cadreIds: [], ...subject };
}
