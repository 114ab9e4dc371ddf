import { type EvaluationKind, gradeWords } from '@xuanpai/contracts/evaluation-words';
import type { RoundLetterKind } from '@xuanpai/contracts/letter-kinds';
import { toPlainDate } from '@xuanpai/database/dates';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Scope } from '@xuanpai/domain/access';
import { isOutsideQuota } from '@xuanpai/domain/evaluation/rounds';
import { groupBy } from '@xuanpai/domain/group-by';
import {
  isAbout,
  type LetterGrade,
  type LetterRound,
} from '@xuanpai/domain/letters/write-grade-letter';
import { notFound } from '../../../lib/api-error.ts';
import { readPolicy } from '../../../lib/policy.ts';
import { rows, runnerOf, sql } from '../../../lib/sql.ts';
import type { Subject } from './subjects.ts';

type Client = PrismaClient | Tx;
type Round = LetterRound & { id: string; kind: EvaluationKind };

/** The round asked for, else the batch's latest that is opened. Throws `notFound`. */
export async function roundOfLetters(
  client: Client,
  batchId: string,
  roundId: string | undefined,
): Promise<Round | null> {
  const round = await client.evaluationRound.findFirst({
    where: { batchId, status: { not: 'draft' }, ...(roundId === undefined ? {} : { id: roundId }) },
    orderBy: [{ date: 'desc' }, { id: 'desc' }],
  });
  if (!round && roundId !== undefined) throw notFound();
  if (!round) return null;
  const { id, name, kind, year, startsOn, endsOn } = round;
  return { id, name, kind, year, startsOn: toPlainDate(startsOn), endsOn: toPlainDate(endsOn) };
}

/**
 * For whom letters of a round are: the office reads all; a unit what is fed back to it and the
 * statement about its quota; townships none.
 */
export async function gradeSubjects(
  client: Client,
  kind: RoundLetterKind,
  batchId: string,
  round: Round | null,
  scope: Scope,
): Promise<Subject[]> {
  if (round === null || scope === 'none') return [];
  const policy = await readPolicy(client, batchId, round.endsOn);
  if (kind === 'quotaStatement' && !isOutsideQuota(round, policy)) return [];
  const people = (await readGrades(client, round.id)).filter((person) => isAbout(kind, person));
  const own = scope === 'all' ? people : people.filter(ofUnits(scope.unitIds));
  switch (kind) {
    case 'annualForm':
    case 'gradeNotice':
      return scope === 'all' ? own.map(personOf) : [];
    case 'feedbackOrganisation':
      return scope === 'all' && own.length > 0
        ? [{ id: round.id, name: round.name, note: `${own.length}名`, posts: [], people: own }]
        : [];
    case 'feedbackSuperior':
      return scope === 'all' ? byUnit(own) : [];
    default:
      return byUnit(own);
  }
}

function ofUnits(ids: readonly string[]) {
  return ({ unitId }: LetterGrade) => ids.includes(unitId);
}

function personOf(person: LetterGrade): Subject {
  const { personId: id, name, unit, village, grade } = person;
  return {
    ...{ id, name, note: `${unit}，${village}，${gradeWords[grade].zh}` },
    ...{ posts: [], people: [person] },
  };
}

function byUnit(people: readonly LetterGrade[]): Subject[] {
  return [...groupBy(people, ({ unitId }) => unitId)]
    .map(([id, own]) => ({
      ...{ id, name: own[0]?.unit ?? '', note: `${own.length}名`, posts: [], people: own },
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh'));
}

/** Everybody whose grade is decided, by unit-free order: township, village, post. */
function readGrades(client: Client, roundId: string): Promise<LetterGrade[]> {
  return rows<LetterGrade>(
    runnerOf(client),
    sql`SELECT p.id AS "personId", c.id AS "cadreId", c.name, c.sex, c.born_on::text AS "bornOn",
        c.political_status AS "politicalStatus", u.id AS "unitId", u.name AS unit, c.position,
        c.rank, p.staffing_type AS "staffingType", c.management_authority AS authority,
        t.name AS township, v.name AS village, a.post, p.days_in_post AS "daysInPost", p.grade,
        p.grade_ground AS ground, b.grade AS "gradeBefore",
        CASE WHEN e.edition > 1 THEN to_json(e.entered_at) #>> '{}' END AS "changedAt", p.decided_on::text AS "decidedOn",
        p.decision_document AS document, COALESCE(n.records, '{}') AS records,
        s.told_on::text AS "toldOn", s.manner
      FROM evaluation_person p
      JOIN cadre c ON c.id = p.cadre_id
      JOIN unit u ON u.id = p.unit_id
      JOIN region t ON t.id = p.township_id
      JOIN village v ON v.id = p.village_id
      JOIN assignment a ON a.id = p.assignment_id
      JOIN LATERAL (SELECT g.edition, g.entered_at FROM grade_edition g
        WHERE g.person_id = p.id ORDER BY g.edition DESC LIMIT 1) e ON true
      LEFT JOIN grade_edition b ON b.person_id = p.id AND b.edition = e.edition - 1
      LEFT JOIN LATERAL (SELECT json_object_agg(x.kind,
          json_build_object('text', x.text, 'by', x.by)) AS records FROM (
        SELECT DISTINCT ON (r.kind) r.kind, r.text, r.by FROM evaluation_record r
        WHERE r.person_id = p.id ORDER BY r.kind, r.id DESC) x) n ON true
      LEFT JOIN LATERAL (SELECT g.told_on, g.manner FROM grade_signature g
        WHERE g.person_id = p.id AND g.edition = e.edition ORDER BY g.id DESC LIMIT 1) s ON true
      WHERE p.round_id = ${roundId}::uuid AND p.state = 'decided'
      ORDER BY t.code, v.code, (a.post = 'deputySecretary'), p.id`,
  );
}
