import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { listTrainings, TrainingLevel } from '@xuanpai/contracts/trainings';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Actor } from '../../lib/actor.ts';
import { fileThereAt } from '../../lib/evidence/on-day.ts';
import type { Seen } from '../../lib/known.ts';
import { type ListSql, matches } from '../../lib/list.ts';
import { trainingsReadSql } from '../../lib/records/training-reach.ts';
import { scopeFor, scopeSql } from '../../lib/scope.ts';
import { oneOf, orderBy, type Sql, sql } from '../../lib/sql.ts';
import { trainingPeopleOn, trainingsOn } from '../../lib/trainings/on-day.ts';

export type Query = Omit<QueryOf<typeof listTrainings>, 'page' | 'pageSize'>;

/** A session with its days as days, and how many came of those within reach. */
export interface TrainingRow {
  id: string;
  batchId: string;
  level: TrainingLevel;
  townshipId: string | null;
  townshipName: string | null;
  topic: string;
  place: string;
  startsOn: PlainDate;
  endsOn: PlainDate;
  startsAtNoon: boolean;
  endsAtNoon: boolean;
  hours: string;
  teachers: string;
  note: string | null;
  enteredByName: string;
  version: number;
  invited: number;
  came: number;
  absent: number;
  files: number;
}

const order = {
  startsOn: 't.starts_on',
  topic: 't.topic COLLATE zh_pinyin',
  township: ['r.code NULLS LAST', 't.starts_on'],
};

/** Cadres whose presence the actor reads; alias c. */
export const peopleRead = (actor: Actor): Sql =>
  scopeSql(scopeFor(actor, 'trainings.read', 'cadres'), 'cadres');

/** The sessions within reach, as they were known on a day. */
export function trainingList(actor: Actor, query: Query, seen: Seen): ListSql {
  return {
    select: sql`t.id, t.batch_id AS "batchId", t.level::text AS level, t.township_id AS "townshipId",
      r.name AS "townshipName", t.topic, t.place, t.starts_on::text AS "startsOn",
      t.ends_on::text AS "endsOn", t.starts_at_noon AS "startsAtNoon", t.ends_at_noon AS "endsAtNoon",
      t.hours::text AS hours, t.teachers, t.note, t.entered_by_name AS "enteredByName", t.version,
      counted.invited, counted.came, counted.absent,
      (SELECT count(*)::int FROM attachment f
        WHERE f.training_id = t.id AND ${fileThereAt('f', seen.before)}) AS files`,
    details: sql`CROSS JOIN LATERAL (SELECT count(*)::int AS invited,
        count(*) FILTER (WHERE p.presence = 'came')::int AS came,
        count(*) FILTER (WHERE p.presence = 'absent')::int AS absent
      FROM ${trainingPeopleOn(seen)} p JOIN cadre c ON c.id = p.cadre_id
      WHERE p.training_id = t.id AND ${peopleRead(actor)}) counted`,
    table: sql`${trainingsOn(seen)} t`,
    id: sql`t.id`,
    joins: sql`LEFT JOIN region r ON r.id = t.township_id`,
    conditions: [trainingsReadSql(actor), ...filters(query)],
    order: orderBy(query.sort, order, 't.id'),
  };
}

function filters({ q, batchId, level, townshipIds, from, to }: Query): Sql[] {
  return [
    ...(q ? [matches('t.search_key', q)] : []),
    ...(batchId ? [sql`t.batch_id = ${batchId}::uuid`] : []),
    ...(level ? [sql`t.level = ${level}::training_level`] : []),
    ...(townshipIds ? [oneOf('t.township_id', townshipIds, 'uuid')] : []),
    ...(from ? [sql`t.ends_on >= ${from}::date`] : []),
    ...(to ? [sql`t.starts_on <= ${to}::date`] : []),
  ];
}
