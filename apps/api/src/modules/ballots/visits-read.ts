import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { VoterGroup, voterGroups } from '@xuanpai/contracts/evaluation-words';
import { may } from '@xuanpai/contracts/permissions';
import type { listVisits, OpinionQuestion, Visit, VisitItem } from '@xuanpai/contracts/visits';
import { visitGaps } from '@xuanpai/domain/evaluation/visits';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { enteredPeople, readEntryRound } from '../../lib/evaluation/entry-reach.ts';
import { rows, type Sql, sql } from '../../lib/sql.ts';

type Reader = Pick<Deps, 'db'>;

interface Row extends Omit<VisitItem, 'present' | 'complete'> {
  groups: { group: VoterGroup; present: number }[];
  entering: number;
}

/** The villages of a round within reach, and how far the visit to each is on record. */
export async function readVisits(
  { db }: Reader,
  actor: Actor,
  id: string,
  townshipId: string | undefined,
): Promise<ReplyOf<typeof listVisits>> {
  await readEntryRound(db.pool, id);
  const place = townshipId ? sql`p.township_id = ${townshipId}::uuid` : sql`true`;
  const found = await readRows({ db }, actor, id, place);
  return { items: found.map(itemOf), total: found.length };
}

/** Throws `notFound` for a village without anybody within reach. */
export async function readVisit(
  { db }: Reader,
  actor: Actor,
  { id, villageId }: { id: string; villageId: string },
): Promise<Visit> {
  const round = await readEntryRound(db.pool, id);
  const [row] = await readRows({ db }, actor, id, sql`p.village_id = ${villageId}::uuid`);
  if (!row) throw notFound();
  const item = itemOf(row);
  const enters = may(actor.roles, 'ballots.enter') && round.status === 'open';
  return {
    ...item,
    gaps: visitGaps(item).map((gap) => (actor.language === 'en' ? gap.en : gap.zh)),
    opinionTexts: await readOpinions({ db }, actor, id, row.visitId),
    editable: enters && row.entering > 0,
  };
}

async function readRows({ db }: Reader, actor: Actor, id: string, place: Sql): Promise<Row[]> {
  return rows<Row>(
    db.pool,
    sql`SELECT v.id::text AS "villageId", v.name AS "villageName", t.id::text AS "townshipId",
        t.name AS "townshipName", x.people, x.entering, w.id::text AS "visitId",
        w.held_on::text AS "heldOn", w.place, w.host, w.recorder, w.teller, w.scrutineer,
        w.entered_by_name AS "enteredByName",
        (SELECT coalesce(json_agg(json_build_object('group', g."group", 'present', g.present)), '[]')
          FROM evaluation_visit_group g WHERE g.visit_id = w.id) AS groups,
        (SELECT coalesce(sum(array_length(regexp_split_to_array(btrim(o.text, E'\n'), E'\n+'), 1)), 0)::int
          FROM evaluation_opinion o JOIN evaluation_person p ON p.id = o.person_id
          WHERE o.visit_id = w.id AND ${enteredPeople(actor, id)}) AS opinions
      FROM (SELECT p.village_id, count(*)::int AS people,
          count(*) FILTER (WHERE p.state = 'entering')::int AS entering
        FROM evaluation_person p WHERE ${enteredPeople(actor, id)} AND ${place}
        GROUP BY p.village_id) x
      JOIN village v ON v.id = x.village_id JOIN region t ON t.id = v.township_id
      LEFT JOIN evaluation_visit w ON w.round_id = ${id}::uuid AND w.village_id = v.id
      ORDER BY t.code, v.code`,
  );
}

function itemOf({ groups, entering: _, ...row }: Row): VisitItem {
  const counted = new Map(groups.map(({ group, present }) => [group, present]));
  const present = {
    villageCommittees: counted.get('villageCommittees') ?? null,
    partyMembers: counted.get('partyMembers') ?? null,
    representatives: counted.get('representatives') ?? null,
    townshipCadres: counted.get('townshipCadres') ?? null,
  } satisfies Record<(typeof voterGroups)[number], number | null>;
  return { ...row, present, complete: visitGaps({ ...row, present }).length === 0 };
}

interface OpinionRow {
  personId: string;
  question: OpinionQuestion;
  text: string;
  changedByName: string;
}

async function readOpinions(
  { db }: Reader,
  actor: Actor,
  id: string,
  visitId: string | null,
): Promise<OpinionRow[]> {
  if (visitId === null) return [];
  return rows<OpinionRow>(
    db.pool,
    sql`SELECT o.person_id::text AS "personId", o.question::text, o.text,
        o.changed_by_name AS "changedByName"
      FROM evaluation_opinion o JOIN evaluation_person p ON p.id = o.person_id
      WHERE o.visit_id = ${visitId}::uuid AND ${enteredPeople(actor, id)}
      ORDER BY o.person_id, o.question`,
  );
}
