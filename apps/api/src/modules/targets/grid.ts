import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type {
  countTargets,
  getTargets,
  Measure as ShownMeasure,
  TargetGridVillage,
} from '@xuanpai/contracts/targets';
import { groupBy } from '@xuanpai/domain/group-by';
import { type Measure, templatesOf } from '@xuanpai/domain/targets/measures';
import { linesOf } from '@xuanpai/domain/targets/standing-line';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { knownBefore } from '../../lib/known.ts';
import { oneOf, sql } from '../../lib/sql.ts';
import {
  readFrame,
  readVillagesAmongAll,
  type TargetFrame,
  type TargetVillage,
} from '../../lib/targets/facts.ts';
import { readStandingFacts } from '../../lib/targets/standing-facts.ts';
import { measuresIn, standingsIn } from '../../lib/targets/standings.ts';
import { countStates, sumCounts } from '../../lib/targets/state-counts.ts';
import { villagesWithin } from './reach.ts';

type Reply = ReplyOf<typeof getTargets>;

/** The grid with the standings of each village one by one. */
export type Grid = Omit<Reply, 'places' | 'villages'> & { villages: TargetGridVillage[] };

/** As `readGrid`, with the standings as lines: the reply would else be three times as long. */
export async function readGridLines(
  deps: Deps,
  actor: Actor,
  query: QueryOf<typeof getTargets>,
): Promise<Reply> {
  const { villages, ...grid } = await readGrid(deps, actor, query);
  const { places, lines } = linesOf(villages.map(({ standings }) => standings));
  return {
    ...grid,
    places,
    villages: villages.flatMap(({ standings: _, ...village }, at) => {
      const line = lines[at];
      return line ? [{ ...village, line }] : [];
    }),
  };
}

/** The measures of all villages, counted by township and how they stand. */
export async function readCounts(
  deps: Deps,
  actor: Actor,
  query: QueryOf<typeof countTargets>,
): Promise<ReplyOf<typeof countTargets>> {
  const { on, villages } = await readGrid(deps, actor, query);
  return {
    on,
    townships: [...groupBy(villages, ({ townshipId }) => townshipId)].map(([townshipId, own]) => ({
      ...{ townshipId, villages: own.length },
      counts: sumCounts(own.map(({ counts }) => counts)),
    })),
  };
}

/** All villages within reach × all measures × the years of the term. Throws `notFound`. */
export async function readGrid(
  deps: Deps,
  actor: Actor,
  { batchId, on = deps.today(), known, townshipIds }: QueryOf<typeof getTargets>,
): Promise<Grid> {
  const frame = await readFrame(deps, batchId, on, knownBefore(on, deps.today(), known));
  const within = villagesWithin(actor, 'targets.read');
  const reach = townshipIds
    ? sql`${within} AND ${oneOf('v.township_id', townshipIds, 'uuid')}`
    : within;
  const among = await readVillagesAmongAll(deps, frame, reach);
  const { villages } = among;
  const facts = await readStandingFacts(deps, frame, among);
  const standingsOf = standingsIn(frame, facts);
  return {
    ...{ on, families: familiesIn(frame) },
    measures: measuresIn(frame).map((measure) => presentMeasure(measure, frame)),
    villages: villages.map((village) => {
      const standings = standingsOf(village);
      return { ...presentVillage(village, frame), standings, counts: countStates(standings, on) };
    }),
    means: facts.means.map(({ value, ...mean }) => ({
      ...mean,
      value: value === null ? null : String(value),
    })),
  };
}

export function familiesIn({ templates }: TargetFrame) {
  return templates.map(({ family, templateId, edition, name }) => ({
    ...{ family, templateId, edition, name },
  }));
}

/** A measure with the number that the policy says on the day. */
export function presentMeasure(
  measure: Measure,
  { policy }: Pick<TargetFrame, 'policy'>,
): ShownMeasure {
  const { policyKey, threshold, onlyKinds, ...rest } = measure;
  const number = policyKey === null ? threshold : policy.number(policyKey);
  return { ...rest, onlyKinds: [...onlyKinds], threshold: number === null ? null : String(number) };
}

export function presentVillage(
  { population: _, choices: __, kindsFrom: ___, chosen, ...village }: TargetVillage,
  { templates }: TargetFrame,
) {
  const families = templatesOf({ ...village, chosen }, templates).map(({ family }) => family);
  return { ...village, families, chosen: chosen !== null };
}
