import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { decideGrades, tellGrades } from '@xuanpai/contracts/evaluation-steps';
import { gradeWords } from '@xuanpai/contracts/evaluation-words';
import { toDate } from '@xuanpai/database/dates';
import { belongsTo, gradesOf, needsGround } from '@xuanpai/domain/evaluation/grades';
import { needsNotice } from '@xuanpai/domain/evaluation/steps';
import type { Actor } from '../../lib/actor.ts';
import { type Fault, invalid, ruleViolated } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { noticeStanding, type StepRow } from '../../lib/evaluation/step-rows.ts';
import { writeAs } from '../../lib/write.ts';
import { byNotice, byReading, holdPeople, namesOf, refuseAhead } from './hold.ts';
import { enteredBy } from './record.ts';

type Input = BodyOf<typeof decideGrades>;
type Decided = StepRow & { to: NonNullable<StepRow['grade']>; ground: string | null };

/** Decides as proposed, or another grade with its ground; all or none. */
export function decide(
  deps: Deps,
  actor: Actor,
  roundId: string,
  { items, decidedOn, document }: Input,
): Promise<{ done: number }> {
  const today = deps.today();
  refuseAhead('decidedOn', decidedOn, today);
  return writeAs(deps, actor, async (tx) => {
    const seen = new Map(items.map(({ id, version }) => [id, version]));
    const held = await holdPeople(tx, actor, {
      ...{ act: 'decide', on: decidedOn, roundId, ids: [...seen.keys()], seen, today },
    });
    const decided = held.map((row) => withGrade(row, items));
    const faults = decided.flatMap((one) => [...gradeFaults(one), ...noticeFaults(one, decidedOn)]);
    if (faults.length > 0) throw ruleViolated(faults);
    for (const { id, to, ground } of decided) {
      await tx.evaluationPerson.update({
        where: { id },
        data: {
          ...{ state: 'decided', grade: to, gradeGround: ground, decidedOn: toDate(decidedOn) },
          ...{ decisionDocument: document, decidedById: actor.userId, decidedByName: actor.name },
          version: { increment: 1 },
        },
      });
    }
    record(tx, {
      ...{ action: 'grade.decide', entity: 'evaluationRound', entityId: roundId },
      params: { people: decided.length, names: namesOf(decided), on: decidedOn, document },
      changes: decided.map(({ id, version, state, to }) => ({
        ...{ entity: 'evaluationPerson', entityId: id, versionAfter: version + 1 },
        ...{ before: { state, grade: null }, after: { state: 'decided', grade: to } },
      })),
    });
    return { done: decided.length };
  });
}

function withGrade(row: StepRow, items: Input['items']): Decided {
  const given = items.find(({ id }) => id === row.id);
  const { proposedGrade, proposalReason } = row;
  const to = given?.grade ?? proposedGrade;
  if (to === null) throw new Error('a checked proposal without a grade');
  const asProposed = to === proposedGrade;
  return { ...row, to, ground: given?.ground ?? (asProposed ? proposalReason : null) };
}

function gradeFaults({ id: path, name, gradeSet, to, ground, proposedGrade }: Decided): Fault[] {
  if (!belongsTo(gradeSet, to)) {
    const message = {
      zh: `${gradeWords[to].zh}不属于${name}适用的等次。`,
      en: `${gradeWords[to].en} isn’t among the grades of ${name}.`,
    };
    const set = gradesOf(gradeSet);
    const remedy = {
      zh: `可选：${set.map((grade) => gradeWords[grade].zh).join('、')}。`,
      en: `Choose among: ${set.map((grade) => gradeWords[grade].en).join(', ')}.`,
    };
    return [{ path, code: 'otherSet', message, basis: byNotice, remedy }];
  }
  if (ground !== null || (to === proposedGrade && !needsGround(to))) return [];
  const message = {
    zh: `${name}确定的等次与建议不同，请写明理由。`,
    en: `The grade of ${name} differs from the proposal; say why.`,
  };
  const remedy = {
    zh: '在“理由”中写明依据的事实，或按建议确定。',
    en: 'Say on which facts it stands, or decide as proposed.',
  };
  return [{ path, code: 'groundMissing', message, basis: byReading, remedy }];
}

/** E6: an 优秀 only after its public notice. */
function noticeFaults(row: Decided, decidedOn: Input['decidedOn']): Fault[] {
  const { id: path, name, steps, to, notice } = row;
  if (!needsNotice({ steps }, to)) return [];
  if (noticeStanding(row, decidedOn) === 'over') return [];
  const until = notice?.endsOn;
  const message = {
    zh: until ? `${name}的公示到${until}止，之后才能确定。` : `${name}拟定优秀还没有公示。`,
    en: until
      ? `The notice of ${name} runs to ${until}; it is decided after that.`
      : `The intended grade of ${name} hasn’t been put up.`,
  };
  const remedy = until
    ? {
        zh: '公示期满、反映都答复以后再确定；先办其他人的，取消选择此人。',
        en: 'Decide once it is over and every objection is answered, or leave them out for now.',
      }
    : { zh: '请先在“公示”中张榜公示。', en: 'Put the grade up first.' };
  return [{ path, code: 'noticeNotOver', message, basis: byReading, remedy }];
}

/** Told in writing, of the grade in force; a further one corrects it. */
export function tell(
  deps: Deps,
  actor: Actor,
  roundId: string,
  input: BodyOf<typeof tellGrades>,
): Promise<{ done: number }> {
  const { personIds: ids, toldOn, manner, statement = null, witness = null } = input;
  const today = deps.today();
  refuseAhead('toldOn', toldOn, today);
  refuseWordless(manner, statement, witness);
  return writeAs(deps, actor, async (tx) => {
    const held = await holdPeople(tx, actor, { act: 'tell', on: toldOn, roundId, ids, today });
    await tx.gradeSignature.createMany({
      data: held.map(({ id, edition }) => ({
        ...{ personId: id, edition, toldOn: toDate(toldOn), manner, statement, witness },
        ...enteredBy(actor),
      })),
    });
    record(tx, {
      ...{ action: 'grade.tell', entity: 'evaluationRound', entityId: roundId },
      params: { people: held.length, names: namesOf(held), on: toldOn, manner },
      changes: held.map(({ id, edition }) => ({
        ...{ entity: 'evaluationPerson', entityId: id },
        ...{ before: null, after: { toldOn, manner, edition } },
      })),
    });
    return { done: held.length };
  });
}

function refuseWordless(manner: string, statement: string | null, witness: string | null): void {
  if (manner === 'objected' && statement === null) {
    const message = { zh: '有异议的，请写明本人意见。', en: 'Write down what was objected to.' };
    const remedy = { zh: '照本人所写录入。', en: 'Enter it as the person wrote it.' };
    throw invalid([{ path: 'statement', code: 'missing', message, remedy }]);
  }
  if (manner === 'refused' && witness === null) {
    const message = { zh: '拒签的，请写明见证人。', en: 'Name who witnessed the refusal.' };
    const remedy = { zh: '填在场见证人的姓名。', en: 'Give the name of whoever was present.' };
    throw invalid([{ path: 'witness', code: 'missing', message, remedy }]);
  }
}
