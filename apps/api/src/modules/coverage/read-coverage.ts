import type { Coverage, getCoverage } from '@xuanpai/contracts/coverage';
import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { Nomination } from '@xuanpai/contracts/nominations';
import { countByReason, coverageFigures, whyMissing } from '@xuanpai/domain/coverage-figures';
import { isPlaceable } from '@xuanpai/domain/eligibility';
import { moneyText } from '@xuanpai/domain/office/money';
import {
  type JudgedNominee,
  peopleAgainstPlaces,
  statedFigures,
} from '@xuanpai/domain/people-and-places';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { readBatchOnDay } from '../../lib/records/batch-on-day.ts';
import { readNominations } from '../../lib/records/nominations.ts';
import { sql } from '../../lib/sql.ts';
import { presentMissing, presentPeople, presentStated, presentTownships } from './present.ts';

/** How a batch covers its villages: by tier, township and reason, with what is missing and short. */
export async function readCoverage(
  deps: Deps,
  { language }: Actor,
  batchId: string,
  { on }: QueryOf<typeof getCoverage>,
): Promise<Coverage> {
  const { batch, policy, villages, countBy } = await readBatchOnDay(deps, batchId, on);
  const nominees = (
    await readNominations(deps.db.pool, batch, policy, [sql`n.state = 'active'`])
  ).map(nomineeOf);
  const figures = coverageFigures(villages, policy, countBy);
  const townships = presentTownships(villages, nominees, policy, countBy);
  const people = peopleAgainstPlaces(
    villages,
    nominees,
    townships.map(({ townshipId }) => townshipId),
    policy,
  );
  const missing = villages.flatMap((village) => {
    const why = whyMissing(village, policy, countBy);
    return why === null ? [] : [presentMissing(village, why, language)];
  });
  return {
    batchId,
    on: on ?? null,
    villages: figures.villages,
    covered: figures.covered,
    byTier: figures.byTier,
    places: figures.places,
    missing,
    byTownship: townships,
    byReason: countByReason(villages).map(({ code, ...count }) => ({ ...count, reason: code })),
    poorVillages: villages.filter(({ poor }) => poor).length,
    poorLimit: moneyText(Math.round(policy.number('dispatch.poorLimit') * 100)),
    poorLimitIncluded: policy.bound('dispatch.poorLimit').inclusive,
    cityVillages: villages
      .filter(({ tier }) => tier === 'city')
      .map(({ villageId, name, townshipName }) => ({ villageId, name, townshipName })),
    people: presentPeople(people, townships, language),
    stated: presentStated(statedFigures(villages, nominees, policy), language),
  };
}

function nomineeOf(nomination: Nomination): JudgedNominee {
  const { id, name, tier, unitId, townshipId, category, judgement } = nomination;
  return {
    nominationId: id,
    name,
    tier,
    unitId,
    townshipId,
    leadingBody: category === 'leadingBody',
    placeable: isPlaceable(judgement),
  };
}
