import type { Finding, Judgement } from '@xuanpai/contracts/nominations';

/** What can be done about a nominee: 查档更正, 更换人选, 经研究同意, 单位确认. */
export type WayOut = 'correct' | 'replace' | 'accept' | 'confirm';

/**
 * What stands beside each nominee (D5): full membership is corrected from the file or somebody else
 * is named, never waived; an age is accepted with a reason; a presumed date is confirmed by the unit.
 */
export function waysOut(judgement: Judgement, findings: readonly Finding[]): WayOut[] {
  const presumed = findings.some(({ code }) => code === 'membershipPresumed');
  switch (judgement) {
    case 'notEligible':
    case 'toVerify':
      return ['correct', 'replace'];
    case 'toStudy':
      return ['accept', 'replace'];
    case 'accepted':
    case 'eligible':
      return presumed ? ['confirm'] : [];
  }
}
