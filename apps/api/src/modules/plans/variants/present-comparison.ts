import type { Comparison } from '@xuanpai/contracts/plan-variants';
import type { Language } from '@xuanpai/contracts/text';
import type { Place, PlanScore } from '@xuanpai/planner/model';
import { comparePlans, type PlanComparison } from '@xuanpai/planner/what-if/compare';
import { pairsOf } from '../read/figures.ts';
import { type Finding, presentFinding } from '../read/findings.ts';
import { type JudgedPlan, judgePlan } from '../read/judge-plan.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { presentSummary } from '../read/present-summary.ts';
import { differingWishes } from './differing-wishes.ts';
import type { PlanPair } from './open-pair.ts';
import { pairNames } from './pair-names.ts';

/** Two plans beside each other: totals, who moves, villages, findings and wishes that differ. */
export function presentComparison({ first, second }: PlanPair, language: Language): Comparison {
  const compared = comparePlans(first, second);
  const { after, own, beforeByOther, parts, splitUnits } = compared;
  const [judged, other] = [judgePlan(first), judgePlan(second)];
  const names = pairNames(first, second);
  const spread = (unit: PlanComparison['splitUnits'][number]['before']) => ({
    townships: unit?.townships.length ?? 1,
    value: unit?.value ?? 0,
  });
  return {
    first: presentSide(first, judged, beforeByOther),
    second: presentSide(second, other, own === null ? null : after),
    sameWeights: own === null,
    parts,
    people: presentPeople({ first, second }, compared),
    villages: presentVillages({ first, second }, compared),
    splitUnits: splitUnits
      .filter((unit) => spread(unit.before).townships !== spread(unit.after).townships)
      .map((unit) => ({
        unitId: unit.unitId,
        unitName: names.unitName(unit.unitId),
        before: spread(unit.before),
        after: spread(unit.after),
      })),
    gained: without(other.findings, judged.findings).map((one) => presentFinding(one, language)),
    solved: without(judged.findings, other.findings).map((one) => presentFinding(one, language)),
    wishes: differingWishes(first, second, language),
  };
  function presentSide(open: OpenPlan, { score, findings }: JudgedPlan, byOther: PlanScore | null) {
    const count = (code: string) => findings.filter((finding) => finding.code === code).length;
    return {
      ...presentSummary(open, score),
      pairs: pairsOf(open),
      inversions: count('inversion'),
      homes: count('homeTownship'),
      splitUnits: score.splitUnits.length,
      byOther: byOther && {
        districtScore: byOther.district,
        townshipScore: byOther.township,
        score: byOther.total,
      },
    };
  }
}

/** Places have other ids in each plan: findings are the same where they say the same. */
function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const said = new Set(others.map(({ code, message }) => `${code} ${message.zh}`));
  return findings.filter(({ code, message }) => !said.has(`${code} ${message.zh}`));
}

function presentPeople({ first, second }: PlanPair, { people }: PlanComparison) {
  const names = pairNames(first, second);
  const seat = (place: Place | null) =>
    place && {
      placeId: place.id,
      villageId: place.villageId,
      village: names.villageName(place.villageId),
      post: place.post,
    };
  const size = (parts: (typeof people)[number]['parts']) =>
    parts.reduce((sum, { before, after }) => sum + Math.abs(after - before), 0);
  return people
    .toSorted((a, b) => size(b.parts) - size(a.parts))
    .map(({ cadreId, from, to, parts }): Comparison['people'][number] => ({
      ...names.holder(cadreId),
      tier: names.cadre(cadreId)?.tier ?? 'district',
      from: seat(from),
      to: seat(to),
      parts,
    }));
}

function presentVillages(pair: PlanPair, { villages, own }: PlanComparison) {
  const { first, second } = pair;
  const names = pairNames(first, second);
  const holdersOf = ({ input, placement }: OpenPlan) => {
    const seats = new Map(
      input.places.map(({ id, villageId, post }) => [
        `${villageId} ${post === 'deputySecretary'}`,
        placement.get(id),
      ]),
    );
    const holder = (villageId: string, deputy: boolean) => {
      const cadreId = seats.get(`${villageId} ${deputy}`);
      return cadreId === undefined ? null : names.holder(cadreId);
    };
    return (id: string) => ({ lead: holder(id, false), deputy: holder(id, true) });
  };
  const [was, is] = [holdersOf(first), holdersOf(second)];
  const known = new Map(
    [...second.input.villages, ...first.input.villages].map((one) => [one.id, one]),
  );
  return villages
    .toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .flatMap(({ villageId, before, after, parts, moved }): Comparison['villages'] => {
      const village = known.get(villageId);
      if (!village) return [];
      const { name, townshipId, tier } = village;
      return [
        {
          villageId,
          name,
          townshipId,
          townshipName: names.townshipName(townshipId),
          tier,
          before,
          after,
          own: own?.villages.get(villageId)?.total ?? after,
          first: was(villageId),
          second: is(villageId),
          parts,
          moved,
        },
      ];
    });
}
