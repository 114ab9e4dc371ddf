import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type {
  answerIssue,
  enterIssue,
  IssueAct,
  returnIssue,
} from '@xuanpai/contracts/inspection-findings';
import type { Basis } from '@xuanpai/contracts/problems';
import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { hindrance, issueTransitions } from '@xuanpai/domain/supervision/findings';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, type Fault, invalid, notFound, ruleViolated } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { lockRow } from '../../lib/lock.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { whoIs } from './issue-list.ts';

const byReading: Basis = { kind: 'reading', source: '按本办理解' };

/** Enters what was found at a village of an inspection; gives the id. */
export function addIssue(
  deps: Deps,
  actor: Actor,
  inspectionId: string,
  input: BodyOf<typeof enterIssue>,
): Promise<string> {
  const { villageId, kind, severity, text, deadline, responsible } = input;
  const unitId = input.unitId ?? null;
  const person = input.person ?? null;
  return writeAs(deps, actor, async (tx) => {
    const reach = scopeWhere(scopeFor(actor, 'inspections.write', 'villages'), 'villages');
    const place = await tx.inspectionVillage.findFirst({
      where: { inspectionId, village: reach, villageId },
      include: { inspection: { select: { day: true } }, village: { select: { name: true } } },
    });
    if (!place) throw notFound();
    const faults = [
      ...namedFaults(responsible, unitId, person),
      ...(deadline < toPlainDate(place.inspection.day) ? [tooEarly('deadline')] : []),
    ];
    if (faults.length > 0) throw invalid(faults);
    if (unitId !== null) await checkUnit(tx, unitId, villageId, place.village.name);
    const { id } = await tx.finding.create({
      data: {
        ...{ inspectionId, villageId, kind, severity, text, deadline: toDate(deadline) },
        ...{ responsible, unitId, person, enteredById: actor.userId },
        events: {
          create: {
            ...{ step: 'enter', text, deadline: toDate(deadline) },
            ...{ byId: actor.userId, byName: actor.name },
          },
        },
      },
    });
    record(tx, {
      ...{ action: 'finding.enter', entity: 'finding', entityId: id },
      params: { village: place.village.name, kind, severity, deadline },
      changes: [
        {
          ...{ entity: 'finding', entityId: id, versionAfter: 1, before: null },
          after: { kind, severity, text, deadline, responsible, unitId, person },
        },
      ],
    });
    return id;
  });
}

function namedFaults(responsible: string, unitId: string | null, person: string | null): Fault[] {
  const fault = (path: string, code: string, zh: string, en: string) => ({
    ...{ path, code },
    message: { zh, en },
  });
  return [
    ...(responsible === 'unit' && unitId === null
      ? [fault('unitId', 'missing', '请选择责任单位。', 'Name the unit.')]
      : []),
    ...(responsible !== 'unit' && unitId !== null
      ? [fault('unitId', 'notNeeded', '责任方不是单位。', 'No unit is responsible.')]
      : []),
    ...(responsible === 'person' && person === null
      ? [fault('person', 'missing', '请填写责任人。', 'Name the person.')]
      : []),
    ...(responsible !== 'person' && person !== null
      ? [fault('person', 'notNeeded', '责任方不是个人。', 'No person is responsible.')]
      : []),
  ];
}

function tooEarly(path: string): Fault {
  return {
    ...{ path, code: 'beforeInspection' },
    message: { zh: '日期早于督查当天。', en: 'The day lies before the inspection.' },
  };
}

/** A unit is responsible for villages where its people are or were posted. */
async function checkUnit(tx: Tx, unitId: string, villageId: string, village: string) {
  const unit = await tx.unit.findUnique({ where: { id: unitId }, select: { name: true } });
  if (!unit) throw notFound();
  const posted = await tx.assignment.findFirst({
    where: { villageId, state: 'inForce', cadre: { unitId } },
    select: { id: true },
  });
  if (posted) return;
  throw ruleViolated([
    {
      ...{ path: 'unitId', code: 'notPaired', basis: byReading },
      message: {
        zh: `${unit.name}没有干部在${village}任职。`,
        en: `${unit.name} has posted nobody in ${village}.`,
      },
      remedy: {
        zh: '请选择派出单位，或由镇街负责整改。',
        en: 'Choose a sending unit of the village, or the township.',
      },
    },
  ]);
}

interface Step {
  version: number;
  text: string;
  on?: PlainDate;
  deadline?: PlainDate;
}

/** Reports how it was rectified, on a day that has been. */
export function answer(
  deps: Deps,
  actor: Actor,
  id: string,
  input: BodyOf<typeof answerIssue>,
): Promise<void> {
  return act(deps, actor, 'answer', id, input, ({ foundOn }) => {
    if (input.on > deps.today()) {
      const message = { zh: '整改日期晚于今天。', en: 'The day lies ahead.' };
      throw invalid([{ path: 'on', code: 'ahead', message }]);
    }
    if (input.on < foundOn) throw invalid([tooEarly('on')]);
  });
}

export function giveBack(
  deps: Deps,
  actor: Actor,
  id: string,
  input: BodyOf<typeof returnIssue>,
): Promise<void> {
  return act(deps, actor, 'return', id, input, () => {
    if (input.deadline === undefined || input.deadline >= deps.today()) return;
    const message = { zh: '新的期限早于今天。', en: 'The new deadline has passed already.' };
    throw invalid([{ path: 'deadline', code: 'passed', message }]);
  });
}

/** Closes it, or takes back what was entered by mistake. */
export function settle(
  deps: Deps,
  actor: Actor,
  what: 'close' | 'withdraw',
  id: string,
  input: Step,
): Promise<void> {
  return act(deps, actor, what, id, input, () => {});
}

function act(
  deps: Deps,
  actor: Actor,
  what: IssueAct,
  id: string,
  { version: seen, text, on, deadline }: Step,
  check: (issue: { foundOn: PlainDate }) => void,
): Promise<void> {
  const { by, to } = issueTransitions[what];
  return writeAs(deps, actor, async (tx) => {
    await lockRow(tx, 'finding', id);
    const row = await tx.finding.findFirst({
      where: {
        id,
        place: { village: scopeWhere(scopeFor(actor, by, 'villages'), 'villages') },
      },
      include: {
        place: { include: { inspection: { select: { day: true } }, village: true } },
        events: { where: { step: 'answer' }, select: { byId: true } },
      },
    });
    if (!row) throw notFound();
    const { version, state } = row;
    const { village, inspection } = row.place;
    const current = { id, version, state, deadline: toPlainDate(row.deadline) };
    await checkVersion(tx, { entity: 'finding', id, version, current }, seen);
    const answeredByIds = row.events.flatMap(({ byId }) => (byId === null ? [] : [byId]));
    const standing = { ...row, townshipId: village.townshipId, answeredByIds };
    refuse(hindrance(what, standing, whoIs(actor)));
    check({ foundOn: toPlainDate(inspection.day) });
    await tx.finding.update({
      where: { id },
      data: {
        state: to,
        version: { increment: 1 },
        ...(deadline ? { deadline: toDate(deadline) } : {}),
        ...(what === 'answer' ? { answeredById: actor.userId } : {}),
        ...(what === 'close' ? { closedById: actor.userId } : {}),
      },
    });
    await tx.findingEvent.create({
      data: {
        ...{ findingId: id, step: what, text, byId: actor.userId, byName: actor.name },
        ...{ on: toDate(on ?? null), deadline: toDate(deadline ?? null) },
      },
    });
    record(tx, {
      ...{ action: `finding.${what}`, entity: 'finding', entityId: id },
      params: { village: village.name, text, ...(deadline ? { deadline } : {}) },
      changes: [
        {
          ...{ entity: 'finding', entityId: id, versionAfter: version + 1 },
          before: { state, ...(deadline ? { deadline: current.deadline } : {}) },
          after: { state: to, ...(deadline ? { deadline } : {}) },
        },
      ],
    });
  });
}

function refuse(why: ReturnType<typeof hindrance>): void {
  if (why === null) return;
  if (why === 'otherState') throw new ApiError('alreadyDone');
  const [code, message] = refusals[why];
  throw ruleViolated([{ path: '', code, message, basis: byReading }]);
}

const refusals: Record<'notYours' | 'sameHand', [string, Text]> = {
  notYours: [
    'otherResponsible',
    {
      zh: '此问题由其他单位负责整改，由该单位或镇街报告。',
      en: 'Another is responsible; they or the township report.',
    },
  ],
  sameHand: [
    'ownAnswer',
    {
      zh: '报告整改和核实不能是同一人，请由他人办理。',
      en: 'Whoever reported the rectification can’t judge it; have somebody else do it.',
    },
  ],
};
