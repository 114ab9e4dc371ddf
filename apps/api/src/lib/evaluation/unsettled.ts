import { type GradeCaseKind, gradeCaseKindWords } from '@xuanpai/contracts/evaluation-step-words';
import { type Grade, gradeWords } from '@xuanpai/contracts/evaluation-words';
import type { Basis } from '@xuanpai/contracts/problems';
import type { PlainDate, StaffingType } from '@xuanpai/contracts/values';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { isReviewable, isUnsettled } from '@xuanpai/domain/evaluation/remedies';
import { rows, runnerOf, sql } from '../sql.ts';
import { remediesFor } from './remedies.ts';
import { readStepRows, type StepRow } from './step-rows.ts';

type Client = PrismaClient | Tx;

/** Somebody whose grade isn't settled: something asked against it is open, or may still be asked. */
export interface Unsettled {
  name: string;
  /** Of the round, by the law that gives the remedy. */
  basis: Basis;
  code: 'caseOpen' | 'limitRuns' | 'reviewUntold';
  zh: string;
  en: string;
}

interface Decided {
  id: string;
  staffingType: StaffingType;
  grade: Grade;
  isOpen: boolean;
}

const informal: Basis = { kind: 'reading', source: '按本办理解' };

/** E7: the grades of a batch that a review, an appeal or an objection may still change, with names and dates. */
export async function readUnsettled(
  client: Client,
  batchId: string,
  today: PlainDate,
): Promise<Unsettled[]> {
  const decided = await rows<Decided>(
    runnerOf(client),
    sql`SELECT p.id, p.staffing_type AS "staffingType", p.grade, EXISTS (SELECT 1 FROM grade_case k
        WHERE k.person_id = p.id AND k.result IS NULL) AS "isOpen"
      FROM evaluation_person p JOIN evaluation_round r ON r.id = p.round_id
      WHERE r.batch_id = ${batchId}::uuid AND p.state = 'decided'`,
  );
  const ids = decided
    .filter(({ staffingType, grade, isOpen }) => isOpen || isReviewable(staffingType, grade))
    .map(({ id }) => id);
  if (ids.length === 0) return [];
  const people = await readStepRows(runnerOf(client), [sql`p.id = ANY(${ids}::uuid[])`]);
  const names = await client.evaluationRound.findMany({
    where: { batchId },
    select: { id: true, name: true },
  });
  const rounds = new Map(names.map(({ id, name }) => [id, name]));
  const found: Unsettled[] = [];
  for (const row of people) {
    found.push(...(await unsettledOf(client, row, rounds.get(row.roundId) ?? '', today)));
  }
  return found;
}

async function unsettledOf(
  client: Client,
  row: StepRow,
  round: string,
  today: PlainDate,
): Promise<Unsettled[]> {
  const { name, grade, openCase } = row;
  if (grade === null) return [];
  const of = {
    zh: `${name}（${round}${gradeWords[grade].zh}）`,
    en: `${name} (${round}, ${gradeWords[grade].en})`,
  };
  if (openCase) {
    const { kind, dueOn } = openCase;
    const words = gradeCaseKindWords[kind];
    return [
      {
        ...{ name, basis: informal, code: 'caseOpen' },
        zh: `${of.zh}：${words.zh}还没有结果${dueOn ? `，应在${dueOn}前作出` : ''}。`,
        en: `${of.en}: ${words.en} without a result${dueOn ? `, due by ${dueOn}` : ''}.`,
      },
    ];
  }
  const remedies = await remediesFor(client, row);
  const running = remedies.filter((remedy) => isUnsettled(remedy, today));
  const [first] = running;
  if (!first) return [];
  const words = (kinds: readonly GradeCaseKind[], language: 'zh' | 'en') =>
    kinds.map((kind) => gradeCaseKindWords[kind][language]).join(language === 'zh' ? '、' : ', ');
  const kinds = running.map(({ kind }) => kind);
  if (first.until === null) {
    return [
      {
        ...{ name, basis: first.basis, code: 'reviewUntold' },
        zh: `${of.zh}：等次还没有告知本人，${words(kinds, 'zh')}的期限没有开始。`,
        en: `${of.en}: not told yet, so that the time for it (${words(kinds, 'en')}) hasn’t begun.`,
      },
    ];
  }
  const until = running
    .flatMap((remedy) => remedy.until ?? [])
    .sort()
    .at(-1);
  return [
    {
      ...{ name, basis: first.basis, code: 'limitRuns' },
      zh: `${of.zh}：${words(kinds, 'zh')}的期限到${until}止。`,
      en: `${of.en}: the time for it (${words(kinds, 'en')}) runs to ${until}.`,
    },
  ];
}
