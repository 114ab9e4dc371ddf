import type { StepAct } from '@xuanpai/contracts/evaluation-step-words';
import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate, RelativeKind } from '@xuanpai/contracts/values';
import {
  keptFrom,
  keptFromFault,
  leftOutText,
  type StepBack,
} from '@xuanpai/domain/evaluation/stepping-back';
import type { Actor } from '../actor.ts';
import { type Fault, ruleViolated } from '../api-error.ts';
import { oneOf, rows, type Sql, sql } from '../sql.ts';

type Runner = Parameters<typeof rows>[0];

/**
 * E8: whether a user steps back from a person of a round. Aliases: p the person; `user` is a column or
 * a value. The own unit is the declared one and that of roles held on the round's date or later.
 */
export function stepsBack(user: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM evaluation_round er WHERE er.id = p.round_id AND ${apart(user)})`;
}

/** Aliases: er the round, p the person. */
function apart(user: Sql): Sql {
  return sql`(EXISTS (SELECT 1 FROM evaluator_tie et WHERE et.user_id = ${user} AND ${tied})
    OR EXISTS (SELECT 1 FROM user_role eo WHERE eo.user_id = ${user} AND ${ofOwnUnit}))`;
}

/** Aliases: er the round, et the tie, p the person. */
const tied = sql`(et.kind <> 'home' AND (et.cadre_id = p.cadre_id OR et.village_id = p.village_id
  OR (et.unit_id = p.unit_id AND (et.kind <> 'unit' OR er.own_unit_steps_back))))`;

/** Kin or interest; the own unit is none. Aliases: et the tie, p the person. */
const tiedAsPerson = sql`(et.kind NOT IN ('home', 'unit') AND (et.cadre_id = p.cadre_id
  OR et.village_id = p.village_id OR et.unit_id = p.unit_id))`;

export interface TiedPerson {
  id: string;
  name: string;
  villageId: string;
  back: StepBack;
}

/** Those of some people (a condition about p) whom a user steps back from, and how. */
export function readStepBacks(
  runner: Runner,
  userId: string | null,
  people: Sql,
): Promise<TiedPerson[]> {
  const user = sql`${userId}::uuid`;
  return rows<TiedPerson>(
    runner,
    sql`SELECT p.id, c.name, p.village_id AS "villageId", CASE WHEN EXISTS (SELECT 1 FROM evaluator_tie et
          WHERE et.user_id = ${user} AND ${tiedAsPerson}) THEN 'personal' ELSE 'ownUnit' END AS back
      FROM evaluation_person p JOIN cadre c ON c.id = p.cadre_id
      WHERE ${people} AND ${stepsBack(user)} ORDER BY c.sort_key, p.id`,
  );
}

/**
 * The same of posts outside a round (a condition about a, the post), by the day's roles and whether the own
 * unit steps back; ids are those of the posts.
 */
export function readPostStepBacks(
  runner: Runner,
  userId: string | null,
  { on, ownUnit }: { on: PlainDate; ownUnit: boolean },
  posts: Sql,
): Promise<TiedPerson[]> {
  const user = sql`${userId}::uuid`;
  return rows<TiedPerson>(
    runner,
    sql`SELECT a.id, c.name, a.village_id AS "villageId", CASE WHEN EXISTS (SELECT 1
          FROM evaluator_tie et WHERE et.user_id = ${user} AND ${tiedAsPerson})
          THEN 'personal' ELSE 'ownUnit' END AS back
      FROM assignment a JOIN cadre c ON c.id = a.cadre_id
        CROSS JOIN LATERAL (SELECT a.cadre_id, a.village_id, c.unit_id) p
        CROSS JOIN (SELECT ${ownUnit}::boolean AS own_unit_steps_back, ${on}::date AS date) er
      WHERE ${posts} AND ${apart(user)} ORDER BY c.sort_key, a.id`,
  );
}

/** Units that a user steps back from themselves: their own (where it does), or one of own interest. */
export async function readUnitStepBacks(
  runner: Runner,
  userId: string | null,
  { on, ownUnit }: { on: PlainDate; ownUnit: boolean },
): Promise<ReadonlySet<string>> {
  const user = sql`${userId}::uuid`;
  const found = await rows<{ id: string }>(
    runner,
    sql`SELECT et.unit_id AS id FROM evaluator_tie et WHERE et.user_id = ${user}
        AND et.unit_id IS NOT NULL AND (et.kind <> 'unit' OR ${ownUnit}::boolean)
      UNION SELECT eo.unit_id FROM user_role eo WHERE eo.user_id = ${user} AND ${ownUnit}::boolean
        AND eo.unit_id IS NOT NULL AND (eo.ends_on IS NULL OR eo.ends_on >= ${on}::date)`,
  );
  return new Set(found.map(({ id }) => id));
}

/** Of a document: whom it leaves out, and what it says of them. */
export interface LeftOut {
  ids: ReadonlySet<string>;
  text: Text | null;
}

export function leftOut(tied: readonly TiedPerson[]): LeftOut {
  return {
    ids: new Set(tied.map(({ id }) => id)),
    text: leftOutText(tied.map(({ back }) => back)),
  };
}

/** E8: nobody acts on those they step back from; each is named, once. */
export async function tiedFaults(
  runner: Runner,
  { userId }: Pick<Actor, 'userId'>,
  people: Sql,
  act: StepAct | 'entry' = 'entry',
): Promise<Fault[]> {
  const tied = await readStepBacks(runner, userId, people);
  return tied.filter(({ back }) => keptFrom(act, back)).map(keptFromFault);
}

/** Throws `ruleViolated` for whoever steps back from one of them. */
export async function refuseTied(...about: Parameters<typeof tiedFaults>): Promise<void> {
  const faults = await tiedFaults(...about);
  if (faults.length > 0) throw ruleViolated(faults);
}

/** Aliases: er the round, eo the role, p the person. */
const ofOwnUnit = sql`(er.own_unit_steps_back AND (eo.ends_on IS NULL OR eo.ends_on >= er.date)
  AND (eo.unit_id = p.unit_id OR EXISTS (SELECT 1 FROM unit eu
    WHERE eu.id = p.unit_id AND eu.township_id = eo.township_id)))`;

/** An evaluator and a person that are kept apart, and why. */
export interface KeptApart {
  userId: string;
  userName: string;
  personId: string;
  cadreName: string;
  unitName: string;
  villageId: string;
  villageName: string;
  kind: 'unit' | 'relative' | 'interest' | 'home';
  relation: RelativeKind | null;
  /** What the tie is to: the person, their unit or their village. */
  to: 'cadre' | 'unit' | 'village';
}

/** The ties between some users and the people of some villages in a round; `home` only warns. */
export function readKeptApart(
  runner: Runner,
  roundId: string,
  userIds: readonly string[],
  villageIds: readonly string[],
): Promise<KeptApart[]> {
  return rows<KeptApart>(
    runner,
    sql`SELECT DISTINCT ON (eu.id, p.id) eu.id AS "userId", eu.name AS "userName", p.id AS "personId",
        c.name AS "cadreName", u.name AS "unitName", p.village_id AS "villageId",
        v.name AS "villageName", why.kind, why.relation, why."to"
      FROM evaluation_person p JOIN evaluation_round er ON er.id = p.round_id
        JOIN cadre c ON c.id = p.cadre_id JOIN unit u ON u.id = p.unit_id
        JOIN village v ON v.id = p.village_id CROSS JOIN "user" eu
        CROSS JOIN LATERAL (
          SELECT et.kind::text AS kind, et.relation::text AS relation,
            CASE WHEN et.cadre_id IS NOT NULL THEN 'cadre' WHEN et.unit_id IS NOT NULL THEN 'unit'
              ELSE 'village' END AS "to"
          FROM evaluator_tie et WHERE et.user_id = eu.id AND (${tied}
            OR (et.kind = 'home' AND et.village_id = p.village_id))
          UNION ALL SELECT 'unit', NULL, 'unit' FROM user_role eo WHERE eo.user_id = eu.id AND ${ofOwnUnit}
        ) why
      WHERE p.round_id = ${roundId}::uuid AND ${oneOf('eu.id', userIds, 'uuid')}
        AND ${oneOf('p.village_id', villageIds, 'uuid')}
      ORDER BY eu.id, p.id, (why.kind = 'home'), why.kind`,
  );
}
