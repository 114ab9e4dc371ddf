import type { EvaluationFacts, FactMeasure } from '@xuanpai/contracts/evaluation-facts';
import type { EvaluationKind } from '@xuanpai/contracts/evaluation-words';
import type { TargetStanding } from '@xuanpai/contracts/targets';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Measure } from '@xuanpai/domain/targets/measures';
import type { Deps } from '../deps.ts';
import { oneOf, rows, sql } from '../sql.ts';
import { readFrame, readVillagesAmongAll } from '../targets/facts.ts';
import { readStandingFacts } from '../targets/standing-facts.ts';
import { measuresIn, standingsIn } from '../targets/standings.ts';

/** The round that facts are about, with its days. */
export interface FactRound {
  batchId: string;
  kind: EvaluationKind;
  year: number;
  startsOn: PlainDate;
  endsOn: PlainDate;
}

/** The measures of villages as they stood at the end of a round, from what the townships confirmed. */
export async function gatherMeasures(
  deps: Deps,
  { batchId, kind, year, endsOn }: FactRound,
  villageIds: readonly string[],
): Promise<Map<string, FactMeasure[]>> {
  const today = deps.today();
  const frame = await readFrame(deps, batchId, today < endsOn ? today : endsOn);
  const among = await readVillagesAmongAll(deps, frame, oneOf('v.id', villageIds, 'uuid'));
  const standings = standingsIn(frame, await readStandingFacts(deps, frame, among));
  const measures = new Map(measuresIn(frame).map((measure) => [measure.key, measure]));
  return new Map(
    among.villages.map((village) => [
      village.villageId,
      inRound(standings(village), kind, year).flatMap((standing) => {
        const measure = measures.get(standing.measureKey);
        return measure ? [factOf(measure, standing)] : [];
      }),
    ]),
  );
}

/** Of an annual round the measures of its year and those of the term; of the term's the last of each. */
function inRound(
  standings: readonly TargetStanding[],
  kind: EvaluationKind,
  year: number,
): TargetStanding[] {
  if (kind === 'annual') return standings.filter((one) => one.year === null || one.year === year);
  return [...new Map(standings.map((one) => [one.measureKey, one])).values()];
}

function factOf(measure: Measure, standing: TargetStanding): FactMeasure {
  const { key, name, kind, unit, direction, binding, basis } = measure;
  const { state, value, answer, rank, threshold, year, asOf } = standing;
  return {
    ...{ key, name, kind, unit, direction, binding, basis },
    ...{ state, value, answer, rank, threshold, year, asOf },
    thresholdRank: measure.thresholdRank,
  };
}

type Signed = EvaluationFacts['appraisals'][number];

/** The signed opinions in force about cadres for periods that end in the round, the newest first. */
export async function gatherAppraisals(
  { db }: Pick<Deps, 'db'>,
  { batchId, startsOn, endsOn }: FactRound,
  cadreIds: readonly string[],
): Promise<Map<string, Signed[]>> {
  const found = await rows<Signed & { cadreId: string }>(
    db.pool,
    sql`SELECT * FROM (
        SELECT DISTINCT ON (p.cadre_id, p.township_id, p.period) p.cadre_id AS "cadreId", p.period,
          t.name AS "townshipName", p.opinion, p.signed_by_name AS "signedByName",
          p.signed_on::text AS "signedOn", p.ends_on
        FROM appraisal p JOIN region t ON t.id = p.township_id
        WHERE p.batch_id = ${batchId}::uuid AND p.state = 'signed'
          AND p.ends_on BETWEEN ${startsOn}::date AND ${endsOn}::date
          AND ${oneOf('p.cadre_id', cadreIds, 'uuid')}
        ORDER BY p.cadre_id, p.township_id, p.period, p.edition DESC) s
      ORDER BY s.ends_on DESC`,
  );
  const byCadre = new Map<string, Signed[]>();
  for (const { cadreId, period, townshipName, opinion, signedByName, signedOn } of found) {
    const known = byCadre.get(cadreId) ?? [];
    byCadre.set(cadreId, known);
    known.push({ period, townshipName, opinion, signedByName, signedOn });
  }
  return byCadre;
}
