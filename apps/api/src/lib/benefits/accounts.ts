import type { PlainDate, Post } from '@xuanpai/contracts/values';
import {
  daysIn,
  dueOfPlace,
  type PlacePost,
  type PostYear,
  postYears,
  type ReckonedBy,
  withinSpan,
} from '@xuanpai/domain/benefits/expenses';
import { groupBy } from '@xuanpai/domain/group-by';
import { fenOf } from '@xuanpai/domain/office/money';
import { type PolicySetting, policyOn } from '@xuanpai/domain/policy/policy';
import type { BatchRecord } from '../records/batch.ts';
import { rows, type Sql, sql } from '../sql.ts';

type Runner = Parameters<typeof rows>[0];

export interface PostRow extends PlacePost {
  cadreId: string;
  cadreName: string;
  sortKey: string;
  searchKey: string;
  unitId: string;
  unitName: string;
  unitOrder: number;
  villageId: string;
  villageName: string;
  townshipName: string;
  post: Post;
}

/** How a year is reckoned: the yearly amount in fen, and by what. */
export interface Reckoning {
  amount: number;
  by: ReckonedBy;
}

/** Somebody of a unit in a year; money in fen. */
export interface DuePerson {
  cadreId: string;
  cadreName: string;
  /** The last place of the year. */
  villageName: string;
  townshipName: string;
  post: Post;
  from: PlainDate;
  to: PlainDate;
  days: number;
  sharedWith: string[];
  due: number;
}

/** A unit's year as it is reckoned. */
export interface DueUnit {
  unitId: string;
  unitName: string;
  unitOrder: number;
  searchKey: string;
  people: DuePerson[];
}

/** The years of the batch's posts that have begun; past its end only while somebody stays. */
export function yearsBegun(
  batch: BatchRecord,
  posts: readonly PlacePost[],
  today: PlainDate,
): PostYear[] {
  const goesOn = (day: PlainDate) => posts.some(({ endsOn }) => endsOn === null || endsOn >= day);
  return postYears(batch, today).filter(
    ({ startsOn }) => startsOn <= batch.endsOn || goesOn(startsOn),
  );
}

/**
 * The policy of the year's first day. Past the batch's end (somebody stays, S4) there is no whole year of
 * a place any more: each pays for the months.
 */
export function reckoningOf(
  settings: readonly PolicySetting[],
  batch: BatchRecord,
  year: PostYear,
): Reckoning {
  const policy = policyOn(settings, year.startsOn);
  const chosen = policy.choice('benefit.workExpensesBy');
  const by = chosen === 'day' ? 'day' : chosen === 'month' ? 'month' : 'place';
  return {
    amount: fenOf(policy.number('benefit.workExpenses').toFixed(2)),
    by: by === 'place' && year.startsOn > batch.endsOn ? 'month' : by,
  };
}

/** Every district post of a batch, whoever asks: people of other units may share a place. */
export function readPosts(runner: Runner, batchId: string): Promise<PostRow[]> {
  return rows<PostRow>(
    runner,
    sql`SELECT a.id, a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn",
        c.id AS "cadreId", c.name AS "cadreName", c.sort_key AS "sortKey",
        c.search_key || ' ' || u.search_key AS "searchKey", u.id AS "unitId", u.name AS "unitName",
        (dense_rank() OVER (ORDER BY u.name COLLATE zh_pinyin, u.id))::int AS "unitOrder",
        v.id AS "villageId", v.name AS "villageName", t.name AS "townshipName", a.post
      FROM assignment a JOIN cadre c ON c.id = a.cadre_id JOIN unit u ON u.id = c.unit_id
      JOIN village v ON v.id = a.village_id JOIN region t ON t.id = v.township_id
      WHERE a.batch_id = ${batchId}::uuid AND a.tier = 'district' AND a.state = 'inForce'
      ORDER BY "unitOrder", a.starts_on, c.sort_key, a.id`,
  );
}

/** What each unit owes for whom in a year, by unit. */
export function dueByUnit(
  posts: readonly PostRow[],
  year: PostYear,
  reckoning: Reckoning,
): DueUnit[] {
  const places = groupBy(posts, ({ villageId, post }) => `${villageId} ${post}`);
  const dues = new Map<string, { due: number; sharedWith: string[] }>();
  for (const place of places.values()) {
    const there = place.filter((post) => daysIn(post, year) > 0);
    const shares = dueOfPlace(there, year, reckoning);
    for (const one of there) {
      const sharedWith = there.filter((other) => other.cadreId !== one.cadreId);
      const names = sharedWith.map(({ cadreName }) => cadreName);
      dues.set(one.id, { due: shares.get(one.id) ?? 0, sharedWith: names });
    }
  }
  const inYear = posts.filter(({ id }) => dues.has(id));
  return [...groupBy(inYear, ({ unitId }) => unitId).values()].flatMap((ofUnit) => {
    const [first] = ofUnit;
    if (!first) return [];
    const { unitId, unitName, unitOrder } = first;
    const people = [...groupBy(ofUnit, ({ cadreId }) => cadreId).values()].flatMap((own) =>
      personOf(own, year, dues),
    );
    const searchKey = ofUnit.map((one) => one.searchKey).join(' ');
    return [{ unitId, unitName, unitOrder, searchKey, people }];
  });
}

function personOf(
  own: readonly PostRow[],
  year: PostYear,
  dues: ReadonlyMap<string, { due: number; sharedWith: string[] }>,
): DuePerson[] {
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return [];
  const { cadreId, cadreName, villageName, townshipName, post, endsOn } = last;
  return [
    {
      ...{ cadreId, cadreName, villageName, townshipName, post },
      ...withinSpan({ startsOn: first.startsOn, endsOn }, year),
      days: own.reduce((sum, one) => sum + daysIn(one, year), 0),
      sharedWith: own.flatMap(({ id }) => dues.get(id)?.sharedWith ?? []),
      due: own.reduce((sum, { id }) => sum + (dues.get(id)?.due ?? 0), 0),
    },
  ];
}

/** What is on record of an account; money as text. */
export interface AccountRow {
  unitId: string;
  year: number;
  paid: string;
  used: string;
  /** Frozen when the year was closed, in fen by cadre. */
  dues: { cadreId: string; due: number }[] | null;
  note: string | null;
  closedByName: string | null;
  closedAt: string | null;
  /** Paid and used by cadre. */
  people: { cadreId: string; paid: string; used: string }[];
}

/** The accounts of a batch that a condition (on `w`) keeps. */
export function readAccounts(
  runner: Runner,
  batchId: string,
  condition: Sql,
): Promise<AccountRow[]> {
  return rows<AccountRow>(
    runner,
    sql`SELECT w.unit_id AS "unitId", w.year, w.paid::text AS paid, w.used::text AS used, w.dues,
        w.note, w.closed_by_name AS "closedByName", to_json(w.closed_at) #>> '{}' AS "closedAt",
        coalesce((SELECT json_agg(json_build_object('cadreId', x.cadre_id,
            'paid', x.paid::text, 'used', x.used::text))
          FROM (SELECT l.cadre_id, sum(l.paid)::numeric(14,2) AS paid,
              sum(l.used)::numeric(14,2) AS used
            FROM (SELECT cadre_id, amount AS paid, 0 AS used FROM work_expense_payment p
                WHERE p.batch_id = w.batch_id AND p.unit_id = w.unit_id AND p.year = w.year
              UNION ALL SELECT cadre_id, 0, amount FROM work_expense_use s
                WHERE s.batch_id = w.batch_id AND s.unit_id = w.unit_id AND s.year = w.year) l
            GROUP BY l.cadre_id) x), '[]') AS people
      FROM work_expense_account w WHERE w.batch_id = ${batchId}::uuid AND ${condition}`,
  );
}
