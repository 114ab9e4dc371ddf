import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type {
  getTraining,
  listCadreTrainings,
  listTrainings,
  Training,
  TrainingDetail,
  TrainingPerson,
} from '@xuanpai/contracts/trainings';
import type { PlainDate } from '@xuanpai/contracts/values';
import { lengthOfSession } from '@xuanpai/domain/attendance/training-days';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { type Seen, seenOn } from '../../lib/known.ts';
import { readAll, readOne, readPage } from '../../lib/list.ts';
import { mayWriteTraining, trainingsReadSql } from '../../lib/records/training-reach.ts';
import { rows, type Sql, sql } from '../../lib/sql.ts';
import { trainingPeopleOn, trainingsOn } from '../../lib/trainings/on-day.ts';
import { mayCome } from '../../lib/trainings/people.ts';
import { peopleRead, type Query, type TrainingRow, trainingList } from './list.ts';

export async function readTrainings(
  { db, today }: Deps,
  actor: Actor,
  query: QueryOf<typeof listTrainings>,
): Promise<ReplyOf<typeof listTrainings>> {
  const seen = seenOn(query.on ?? today(), today(), query.known);
  const list = trainingList(actor, query, seen);
  const { found, total } = await readPage<TrainingRow>(db.pool, list, query);
  return { items: found.map((row) => presentTraining(row, actor, seen)), total };
}

export async function readAllTrainings(
  { db, today }: Deps,
  actor: Actor,
  query: Query,
): Promise<Training[]> {
  const seen = seenOn(query.on ?? today(), today(), query.known);
  const found = await readAll<TrainingRow>(db.pool, trainingList(actor, query, seen));
  return found.map((row) => presentTraining(row, actor, seen));
}

/** A day that is over is read; what is written is written today. */
function presentTraining(row: TrainingRow, actor: Actor, { over }: Seen): Training {
  return {
    ...row,
    days: lengthOfSession(row),
    hours: Number(row.hours),
    writable: !over && mayWriteTraining(actor, row.townshipId),
  };
}

/** A session on a day, with those of its people that the actor reads. Throws `notFound`. */
export async function readTraining(
  { db, today }: Pick<Deps, 'db' | 'today'>,
  actor: Actor,
  id: string,
  { on = today(), known }: QueryOf<typeof getTraining> = {},
): Promise<TrainingDetail> {
  const seen = seenOn(on, today(), known);
  const list = trainingList(actor, { sort: 'startsOn' }, seen);
  const row = await readOne<TrainingRow>(db.pool, list, sql`t.id = ${id}::uuid`);
  const people = await rows<TrainingPerson>(
    db.pool,
    sql`SELECT p.cadre_id AS "cadreId", c.name, u.name AS "unitName", post.township AS "townshipName",
        post.village AS "villageName", post.tier, p.presence::text AS presence, p.reason
      FROM ${trainingPeopleOn(seen)} p JOIN ${trainingsOn(seen)} t ON t.id = p.training_id
        JOIN cadre c ON c.id = p.cadre_id JOIN unit u ON u.id = c.unit_id ${postOfSession}
      WHERE p.training_id = ${id}::uuid AND ${peopleRead(actor)} ${inOrder}`,
  );
  return { ...presentTraining(row, actor, seen), people };
}

/** The post (`post`) that a cadre (c) holds at a session (t), else the nearest one of the batch. */
const postOfSession: Sql = sql`LEFT JOIN LATERAL (
  SELECT tv.name AS township, tv.code AS "townshipCode", v.name AS village, v.code AS "villageCode",
    a.tier::text AS tier
  FROM assignment a JOIN village v ON v.id = a.village_id JOIN region tv ON tv.id = v.township_id
  WHERE a.cadre_id = c.id AND a.batch_id = t.batch_id AND a.state = 'inForce'
  ORDER BY a.starts_on <= t.ends_on AND (a.ends_on IS NULL OR a.ends_on >= t.starts_on) DESC,
    abs(a.starts_on - t.starts_on), a.id LIMIT 1) post ON true`;
const inOrder: Sql = sql`ORDER BY post."townshipCode" NULLS LAST, post."villageCode", c.sort_key, c.id`;

/**
 * Those in post during a session, or about to be, who aren't on its list: of a township's session only its
 * own. Throws `notFound` to who doesn't write the session.
 */
export async function readCandidates({ db }: Pick<Deps, 'db'>, actor: Actor, id: string) {
  const session = await db.prisma.training.findUnique({ where: { id } });
  if (!session || !mayWriteTraining(actor, session.townshipId)) throw notFound();
  const items = await rows<Omit<TrainingPerson, 'presence' | 'reason'>>(
    db.pool,
    sql`SELECT c.id AS "cadreId", c.name, u.name AS "unitName", post.township AS "townshipName",
        post.village AS "villageName", post.tier
      FROM training t JOIN cadre c ON ${mayCome} JOIN unit u ON u.id = c.unit_id ${postOfSession}
      WHERE t.id = ${id}::uuid
        AND NOT EXISTS (SELECT 1 FROM training_person p WHERE p.training_id = t.id AND p.cadre_id = c.id)
      ${inOrder}`,
  );
  return { items };
}

/** The sessions of a cadre within reach as they were known on a day, the latest first. */
export async function readCadreTrainings(
  { db, today }: Deps,
  actor: Actor,
  cadreId: string,
  { on = today(), known }: QueryOf<typeof listCadreTrainings>,
): Promise<ReplyOf<typeof listCadreTrainings>> {
  const seen = seenOn(on, today(), known);
  const [cadre] = await rows(
    db.pool,
    sql`SELECT 1 FROM cadre c WHERE c.id = ${cadreId}::uuid AND ${peopleRead(actor)}`,
  );
  if (!cadre) throw notFound();
  type Row = Omit<TrainingRow, 'hours'> & { hours: string } & Pick<
      TrainingPerson,
      'presence' | 'reason'
    > & { startsOn: PlainDate };
  const found = await rows<Row>(
    db.pool,
    sql`SELECT t.id, t.level::text AS level, t.topic, t.place, t.starts_on::text AS "startsOn",
        t.ends_on::text AS "endsOn", t.starts_at_noon AS "startsAtNoon",
        t.ends_at_noon AS "endsAtNoon", t.hours::text AS hours, r.name AS "townshipName",
        p.presence::text AS presence, p.reason
      FROM ${trainingPeopleOn(seen)} p JOIN ${trainingsOn(seen)} t ON t.id = p.training_id
        LEFT JOIN region r ON r.id = t.township_id
      WHERE p.cadre_id = ${cadreId}::uuid AND ${trainingsReadSql(actor)}
      ORDER BY t.starts_on DESC, t.id DESC`,
  );
  return {
    items: found.map(({ startsAtNoon, endsAtNoon, hours, ...row }) => ({
      ...row,
      hours: Number(hours),
      days: lengthOfSession({ ...row, startsAtNoon, endsAtNoon }),
    })),
  };
}
