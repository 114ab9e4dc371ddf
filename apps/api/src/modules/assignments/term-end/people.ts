import { may } from '@xuanpai/contracts/permissions';
import type { TargetStanding } from '@xuanpai/contracts/targets';
import type { TermAct, TermEnd } from '@xuanpai/contracts/term-ends';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { RoundOutcome } from '@xuanpai/domain/evaluation/round-outcome';
import type { StepBack } from '@xuanpai/domain/evaluation/stepping-back';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { lastDayOf } from '@xuanpai/domain/term-end/stay';
import { suggestTermEnd, termDueFrom } from '@xuanpai/domain/term-end/suggest';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import type { BatchRecord } from '../../../lib/records/batch.ts';
import { scopeFor, scopeSql } from '../../../lib/scope.ts';
import { type Sql, sql } from '../../../lib/sql.ts';
import { readFrame, readVillagesAmongAll } from '../../../lib/targets/facts.ts';
import { readStandingFacts } from '../../../lib/targets/standing-facts.ts';
import { measuresIn, standingsIn } from '../../../lib/targets/standings.ts';
import { readTermRows, type TermRow } from './rows.ts';
import { readTiedPosts } from './ties.ts';

export interface Person {
  row: TermRow;
  end: TermEnd;
}

export interface TermPeople {
  people: Person[];
  policy: Policy;
}

interface Reach {
  condition: Sql;
  closed: boolean;
}

/** Those in post at the end of a batch's term within reach, with what was reached. */
export async function readTermPeople(
  deps: Deps,
  actor: Actor,
  batch: BatchRecord,
  { condition, closed }: Reach,
): Promise<TermPeople> {
  const scope = scopeSql(scopeFor(actor, 'termEnd.read', 'assignments'), 'assignments');
  const kept = sql`${scope} AND ${condition}`;
  const found = await readTermRows(deps.db.pool, batch.id, kept);
  const { policy, villages } = await readTargets(deps, batch, found);
  const today = deps.today();
  const ofBatch = sql`a.batch_id = ${batch.id}::uuid`;
  const tied = await readTiedPosts(deps.db.pool, actor, policy, today, ofBatch);
  const people = found.map((row) => {
    const stepsBack = tied.get(row.assignmentId) ?? null;
    const village = villages(row.villageId);
    return { row, end: present(actor, row, { policy, closed, batch, today, village, stepsBack }) };
  });
  return { people, policy };
}

interface VillageTargets {
  reached: number;
  all: number;
  missed: string[];
}

/** How the measures of the villages stand on the day: yearly ones by their last year. */
async function readTargets(deps: Deps, batch: BatchRecord, found: readonly TermRow[]) {
  const frame = await readFrame(deps, batch.id, deps.today());
  const ids = [...new Set(found.map(({ villageId }) => villageId))];
  const among = await readVillagesAmongAll(deps, frame, sql`v.id = ANY(${ids}::uuid[])`);
  const standingsOf = standingsIn(frame, await readStandingFacts(deps, frame, among));
  const measures = new Map(measuresIn(frame).map((measure) => [measure.key, measure]));
  const known = new Map(
    among.villages.map((village) => {
      const last = new Map<string, TargetStanding>(
        standingsOf(village).map((one) => [one.measureKey, one]),
      );
      const all = [...last.values()].filter(({ state }) => state !== 'notDue');
      const missed = all.flatMap(({ measureKey, state }) => {
        const measure = measures.get(measureKey);
        return measure?.binding && state !== 'reached' ? [measure.name] : [];
      });
      const reached = all.filter(({ state }) => state === 'reached').length;
      return [village.villageId, { reached, all: all.length, missed }] as const;
    }),
  );
  const none: VillageTargets = { reached: 0, all: 0, missed: [] };
  return { policy: frame.policy, villages: (id: string) => known.get(id) ?? none };
}

interface Around {
  policy: Policy;
  closed: boolean;
  village: VillageTargets;
  batch: BatchRecord;
  today: PlainDate;
  stepsBack: StepBack | null;
}

function present(
  actor: Actor,
  row: TermRow,
  { policy, closed, village, batch, today, stepsBack }: Around,
): TermEnd {
  const { grades, decision, items, takenBy, handedOn, handoverVersion } = row;
  const annual = grades.filter(({ kind }) => kind === 'annual');
  const ofTerm = grades.filter(({ kind }) => kind === 'term');
  const term = ofTerm.find(({ grade }) => grade) ?? ofTerm.at(-1) ?? null;
  const bindingMissed = village.missed.length;
  const suggestion = suggestTermEnd(
    { ...row, termGrade: term?.grade ?? null, bindingMissed },
    policy,
  );
  const dueFrom = termDueFrom(row.endsOn ?? batch.endsOn, policy);
  const { assignmentId, assignmentVersion, cadreId, cadreName, unitId, unitName } = row;
  const { tier, post, villageId, villageName, townshipId, townshipName, startsOn, endsOn } = row;
  return {
    ...{ assignmentId, assignmentVersion, cadreId, cadreName, unitId, unitName, tier, post },
    ...{ villageId, villageName, townshipId, townshipName, startsOn, endsOn },
    targets: { reached: village.reached, all: village.all, bindingMissed },
    missed: village.missed,
    grades: annual.map(({ year, ...round }) => ({ year, ...outcomeOf(round) })),
    term: term && outcomeOf(term),
    ...{ months: row.months, inVillage: row.inVillage, absences: row.absences },
    ...{ findings: row.findings, findingsOpen: row.findingsOpen },
    ...{ suggested: suggestion.outcome, grounds: suggestion.grounds },
    ...{ dueFrom, due: today >= dueFrom },
    decision: shownTo(decision, stepsBack !== null),
    earlier: row.earlier.flatMap((one) => shownTo(one, stepsBack !== null) ?? []),
    lastDay: endsOn && lastDayOf({ endsOn, batchEndsOn: batch.endsOn }, today),
    handover: { items: items ?? [], takenBy, handedOn, version: handoverVersion ?? 0 },
    ...{ membershipReturnedOn: row.membershipReturnedOn, endRecordedOn: row.endRecordedOn },
    stepsBack,
    acts: closed ? [] : actsOn(actor, row, stepsBack),
  };
}

const outcomeOf = ({ standing, grade, ground }: RoundOutcome): RoundOutcome => ({
  ...{ standing, grade, ground },
});

/** E8: what is proposed of somebody isn't for whoever steps back; what is decided is known to all. */
export function shownTo<D extends { proposedById: string | null; state: string }>(
  decision: D | null,
  stepsBack: boolean,
) {
  if (!decision || (stepsBack && decision.state === 'proposed')) return null;
  const { proposedById: _, ...shown } = decision;
  return shown;
}

/** What the caller may do with it as it stands; the other person decides. */
export function decisionActs(actor: Actor, decision: TermRow['decision']): TermAct[] {
  const waits = decision?.state === 'proposed';
  const own = waits && decision.proposedById !== null && decision.proposedById === actor.userId;
  return [
    ...(!waits && may(actor.roles, 'termEnd.propose') ? (['propose'] as const) : []),
    ...(waits && !own && may(actor.roles, 'termEnd.decide') ? (['decide'] as const) : []),
  ];
}

function actsOn(actor: Actor, row: TermRow, stepsBack: StepBack | null): TermAct[] {
  const { decision, membershipIn, membershipReturnedOn, tier } = row;
  const settled = decision?.state === 'decided' && decision.outcome !== 'stay';
  return [
    ...(settled || stepsBack ? [] : decisionActs(actor, decision)),
    ...(may(actor.roles, 'termEnd.handover') ? (['handover'] as const) : []),
    ...(tier === 'district' && membershipIn && !membershipReturnedOn
      ? may(actor.roles, 'assignments.record')
        ? (['membership'] as const)
        : []
      : []),
  ];
}
