import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { Judgement, listNominations, Nomination } from '@xuanpai/contracts/nominations';
import { isPresumed } from '@xuanpai/domain/eligibility';
import { matches } from '../../lib/list.ts';
import { asRegistered } from '../../lib/records/nominations.ts';
import { oneOf, orderBy, type Sql, sql } from '../../lib/sql.ts';

type Query = Omit<QueryOf<typeof listNominations>, 'page' | 'pageSize'>;

/** What the database can tell: everything but the judgement, which the domain makes. */
export function conditionsOf({ q, tier, unitIds, state }: Query): Sql[] {
  return [
    sql`n.state = ${state}::nomination_state`,
    ...(q ? [matches('c.search_key', q)] : []),
    ...(tier ? [sql`n.tier = ${tier}::tier`] : []),
    ...(unitIds ? [oneOf('n.unit_id', unitIds, 'uuid')] : []),
  ];
}

const columns = {
  name: 'c.sort_key',
  unit: ['u.name COLLATE zh_pinyin', 'c.sort_key'],
  joinedOn: 'c.joined_on',
  age: "(DATE '2999-12-31' - c.born_on)",
};

/** As registered where the judgement decides; the sort by it keeps that order within each. */
export function orderOf({ sort }: Query): Sql {
  if (sort === 'judgement' || sort === '-judgement') return asRegistered;
  return orderBy(sort, columns, 'n.id');
}

/** What asks for an act comes first. */
const urgency: Record<Judgement, number> = {
  notEligible: 0,
  toVerify: 1,
  toStudy: 2,
  accepted: 3,
  eligible: 4,
};

export function byJudgement(nominations: Nomination[], { sort }: Query): Nomination[] {
  if (sort !== 'judgement' && sort !== '-judgement') return nominations;
  const sign = sort === 'judgement' ? 1 : -1;
  return nominations.sort((a, b) => sign * (urgency[a.judgement] - urgency[b.judgement]));
}

/** The filters on what was judged. */
export function isAsked({ judgements, presumed }: Query) {
  return ({ judgement, findings }: Nomination): boolean =>
    (judgements?.includes(judgement) ?? true) &&
    (presumed === undefined || isPresumed(findings) === (presumed === 'true'));
}
