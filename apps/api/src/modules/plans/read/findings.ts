import type { PlanFinding } from '@xuanpai/contracts/plans';
import type { Basis } from '@xuanpai/contracts/problems';
import type { Language, Text } from '@xuanpai/contracts/text';
import type { PolicyKey } from '@xuanpai/domain/policy/keys';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { steppingBack } from '@xuanpai/domain/stepping-back';
import { rules, type Violation, type ViolationCode } from '@xuanpai/planner/rule-table';
import type { Fault } from '../../../lib/api-error.ts';
import type { Dossier } from './dossier.ts';
import { sentenceOf } from './finding-words.ts';
import { type Names, namesOf } from './names.ts';

/** A finding before the language is chosen. */
export type Finding = Omit<PlanFinding, 'message'> & { message: Text };

/** Rules whose basis stands in the batch's policy. */
const policyKeys: Partial<Record<ViolationCode, PolicyKey>> = {
  laggingNeedsLeadingBody: 'dispatch.laggingNeedsLeadingBody',
  firstSecretaryMissing: 'dispatch.districtPerVillage',
  deputyMissing: 'dispatch.districtPerVillage',
  outsideTownship: 'dispatch.insideTownship',
  inversion: 'score.inversion',
  homeTownship: 'score.homeTownship',
  unitSplit: 'score.splitUnit',
};

/** Broken rules and preferences in words, each with its basis. */
export function findingsOf(dossier: Dossier, violations: readonly Violation[]): Finding[] {
  const names = namesOf(dossier);
  return violations.map((violation) => ({
    code: violation.code,
    weight: violation.severity === 'hard' ? 'blocks' : 'warns',
    villageId: violation.villageIds[0] ?? null,
    placeId: violation.placeIds[0] ?? null,
    cadreId: violation.cadreIds[0] ?? null,
    unitId: violation.unitId ?? null,
    message: sentenceOf(violation, names),
    basis: basisOf(dossier, names, violation),
  }));
}

function basisOf({ policy }: Dossier, names: Names, { code, cadreIds }: Violation): Basis {
  const setAside = code === 'notEligible' ? names.cadre(cadreIds[0])?.setAside : null;
  return setAside ? setAside.basis : basisOfRule(policy, code);
}

/** What a rule of the planner stands on, whoever it is about. */
export function basisOfRule(policy: Policy, code: ViolationCode): Basis {
  if (code === 'relativeInVillage' || code === 'relativesTogether') return steppingBack;
  const key = policyKeys[code];
  if (key) return policy.basis(key);
  const { basis, clause } = rules[code];
  if (clause !== null) return { kind: basis === 'notice' ? 'notice' : 'reading', source: clause };
  return { kind: 'reading', source: '本办测算口径' };
}

export function presentFinding({ message, ...finding }: Finding, language: Language): PlanFinding {
  return { ...finding, message: message[language] };
}

/** A finding as a fault of a refused request. */
export function faultOf(finding: Finding, remedy: Text | null = null): Fault {
  const { code, message, basis, placeId, villageId } = finding;
  const path = placeId ? `places.${placeId}` : villageId ? `villages.${villageId}` : '';
  return { path, code, message, basis, remedy };
}
