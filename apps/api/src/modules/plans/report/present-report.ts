import type { PlanReport } from '@xuanpai/contracts/plan-report';
import type { Language } from '@xuanpai/contracts/text';
import { ranks } from '@xuanpai/contracts/values';
import { pairsOf } from '../read/figures.ts';
import { judgePlan } from '../read/judge-plan.ts';
import { namesOf } from '../read/names.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { presentSummary } from '../read/present-summary.ts';
import { ageBands } from './age-bands.ts';
import { reportExceptions } from './exceptions.ts';
import { fitBands, meanFit, type VillageFit, villageFits } from './fit.ts';
import { qualityWords } from './quality-words.ts';
import { meanAge, reportTownships } from './townships.ts';

/** As many weak villages as a meeting looks at; the workbook has them all. */
const weakestShown = 10;

/** A plan as it is put before a leaders' meeting. */
export function presentReport(open: OpenPlan, language: Language): PlanReport {
  const { dossier } = open;
  const judged = judgePlan(open);
  const plan = presentSummary(open, judged.score);
  const fits = villageFits(open);
  return {
    plan,
    batchName: dossier.batch.name,
    on: dossier.batch.date,
    totals: totalsOf(open),
    quality: qualityWords(plan)[language],
    ranks: [...ranks],
    ageBands: ageBands(dossier.policy.bound('eligibility.ageLimit')),
    townships: reportTownships(open),
    fit: {
      bands: fitBands(fits),
      district: meanFit(fits, 'district'),
      township: meanFit(fits, 'township'),
      weakest: weakestFirst(fits)
        .slice(0, weakestShown)
        .map((one) => presentFit(open, one, language)),
    },
    exceptions: reportExceptions(open, judged, language),
  };
}

export function weakestFirst(fits: readonly VillageFit[]): VillageFit[] {
  return fits.toSorted((a, b) => a.fit - b.fit);
}

export function presentFit(
  { dossier }: OpenPlan,
  { villageId, tier, fit, text }: VillageFit,
  language: Language,
): PlanReport['fit']['weakest'][number] {
  const village = namesOf(dossier).village(villageId);
  return {
    villageId,
    name: village?.name ?? '?',
    townshipName: village?.townshipName ?? '?',
    tier,
    kinds: village?.kinds ?? [],
    poor: village?.poor ?? false,
    fit,
    text: text[language],
  };
}

/** D2: the city's villages are counted, and are not ours. */
function totalsOf(open: OpenPlan): PlanReport['totals'] {
  const { dossier, places } = open;
  const names = namesOf(dossier);
  const people = places.flatMap(({ cadreId }) => names.cadre(cadreId ?? undefined) ?? []);
  const of = (tier: string) => dossier.villages.filter((village) => village.tier === tier).length;
  const district = people.filter(({ tier }) => tier === 'district');
  return {
    villages: dossier.villages.length,
    district: of('district'),
    township: of('township'),
    city: of('city'),
    people: people.length,
    districtPeople: district.length,
    townshipPeople: people.length - district.length,
    units: new Set(district.map(({ unitId }) => unitId)).size,
    pairs: pairsOf(open),
    meanAge: meanAge(people),
  };
}
