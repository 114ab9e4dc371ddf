import type { Plan } from '@xuanpai/contracts/plans';
import type { Language } from '@xuanpai/contracts/text';
import { pairsOf } from './figures.ts';
import { presentFinding } from './findings.ts';
import { type JudgedPlan, judgePlan } from './judge-plan.ts';
import { namesOf } from './names.ts';
import type { OpenPlan } from './open-plan.ts';
import { presentApproval } from './present-approval.ts';
import { presentSummary } from './present-summary.ts';
import { presentUnfilled } from './unfilled.ts';

/** A plan as the board shows it: judged anew, so that points and findings are those of now. */
export function presentPlan(open: OpenPlan, language: Language, openRunId: string | null): Plan {
  const { plan, places, dossier } = open;
  const judged = judgePlan(open);
  const names = namesOf(dossier);
  const { places: _count, ...summary } = presentSummary(open, judged.score);
  return {
    ...summary,
    places: places.map(({ id, villageId, tier, post, cadreId, pinnedCadreId, emptyReason }) => ({
      id,
      villageId,
      tier: tier === 'township' ? 'township' : 'district',
      post,
      cadreId,
      pinned: pinnedCadreId !== null,
      emptyReason,
    })),
    villages: presentVillages(open, judged),
    cadres: presentCadres(open),
    townships: townshipsOf(open),
    splitUnits: judged.score.splitUnits.map(({ unitId, townships, value }) => ({
      unitId,
      unitName: names.unitName(unitId),
      townships: townships.length,
      value,
    })),
    pairs: pairsOf(open),
    findings: judged.findings.map((finding) => presentFinding(finding, language)),
    unfilled: presentUnfilled(open, language),
    approval: presentApproval(plan),
    needsConfirmation: dossier.policy.isOn('issue.secondPerson'),
    openRunId,
  };
}

function presentVillages({ input, dossier }: OpenPlan, { score }: JudgedPlan): Plan['villages'] {
  const order = new Map(dossier.villages.map(({ villageId }, index) => [villageId, index]));
  return input.villages
    .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    .map(({ id, name, townshipId, tier, kinds, poor }) => {
      const { total = 0, parts = [] } = score.villages.get(id) ?? {};
      return {
        villageId: id,
        name,
        townshipId,
        tier,
        kinds,
        poor,
        score: total,
        parts: parts.map(({ kind, value, cadreId }) => ({ kind, value, cadreId: cadreId ?? null })),
      };
    });
}

function presentCadres({ dossier }: OpenPlan): Plan['cadres'] {
  return dossier.cadres.map(
    ({
      id,
      unitStrengths: _strengths,
      age: _age,
      acceptedAge: _accepted,
      former: _former,
      setAside,
      ...cadre
    }) => ({
      ...cadre,
      cadreId: id,
      eligible: setAside === null,
    }),
  );
}

/** Those that have villages in the plan. */
function townshipsOf({ input, dossier }: OpenPlan): Plan['townships'] {
  const used = new Set(input.villages.map(({ townshipId }) => townshipId));
  return dossier.townships.filter(({ id }) => used.has(id));
}
