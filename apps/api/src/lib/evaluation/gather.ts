import type { EvaluationFacts } from '@xuanpai/contracts/evaluation-facts';
import { toPlainDate } from '@xuanpai/database/dates';
import type { EvaluationRound } from '@xuanpai/database/generated/client';
import { attendanceSums } from '@xuanpai/domain/evaluation/attendance-sums';
import { briefOf } from '@xuanpai/domain/evaluation/brief';
import type { Deps } from '../deps.ts';
import type { Sweep } from '../upkeep.ts';
import { gatherAttendance } from './gather-attendance.ts';
import { type FactRound, gatherAppraisals, gatherMeasures } from './gather-results.ts';
import { gatherHelp, gatherVillages, noHelp } from './gather-support.ts';

/** Whose facts are gathered. */
export interface FactPerson {
  id: string;
  cadreId: string;
  villageId: string;
  unitId: string;
}

export function factRound(
  round: Pick<EvaluationRound, 'batchId' | 'kind' | 'year' | 'startsOn' | 'endsOn'>,
): FactRound {
  const { batchId, kind, year, startsOn, endsOn } = round;
  return { batchId, kind, year, startsOn: toPlainDate(startsOn), endsOn: toPlainDate(endsOn) };
}

/** What is known of people in the days of a round, by person; nothing of it was typed for it. */
export async function gatherFacts(
  deps: Deps,
  round: FactRound,
  people: readonly FactPerson[],
): Promise<Map<string, EvaluationFacts>> {
  const cadreIds = people.map(({ cadreId }) => cadreId);
  const villageIds = [...new Set(people.map(({ villageId }) => villageId))];
  const [measures, appraisals, attendance, villages, help] = await Promise.all([
    gatherMeasures(deps, round, villageIds),
    gatherAppraisals(deps, round, cadreIds),
    gatherAttendance(deps, round, cadreIds),
    gatherVillages(deps, round, villageIds),
    gatherHelp(deps, round, villageIds),
  ]);
  return new Map(
    people.map(({ id, cadreId, villageId, unitId }) => [
      id,
      {
        measures: measures.get(villageId) ?? [],
        appraisals: appraisals.get(cadreId) ?? [],
        attendance: attendance.get(cadreId) ?? attendanceSums([]),
        projects: villages.get(villageId)?.projects ?? [],
        findings: villages.get(villageId)?.findings ?? [],
        help: help.get(`${villageId} ${unitId}`) ?? noHelp(),
      },
    ]),
  );
}

/** Gathers everybody's facts of a round anew and keeps them for its sheet; gives how many. */
export async function keepFacts(deps: Deps, round: EvaluationRound): Promise<number> {
  const { prisma } = deps.db;
  const people = await prisma.evaluationPerson.findMany({
    where: { roundId: round.id, standing: { not: 'leftOut' } },
    select: { id: true, cadreId: true, villageId: true, unitId: true },
    orderBy: { id: 'asc' },
  });
  const facts = await gatherFacts(deps, factRound(round), people);
  const kept = [...facts].map(([id, known]) => ({ id, facts: known, brief: briefOf(known) }));
  await prisma.$executeRaw`INSERT INTO evaluation_facts (person_id, facts, brief)
    SELECT x.id, x.facts, x.brief FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) AS x(id uuid, facts jsonb, brief jsonb)
    ON CONFLICT (person_id) DO UPDATE SET facts = EXCLUDED.facts, brief = EXCLUDED.brief, gathered_at = now()`;
  return kept.length;
}

/** Once an hour the facts of open rounds are gathered anew, so that their sheets are of today. */
export function gatherSweep(deps: Deps): Sweep {
  return {
    name: 'facts of open rounds',
    async run(tx) {
      const open = await tx.evaluationRound.findMany({ where: { status: 'open' } });
      for (const round of open) await keepFacts(deps, round);
    },
  };
}
