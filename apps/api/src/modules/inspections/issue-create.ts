import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { enterIssue } from '@xuanpai/contracts/inspection-findings';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { type Fault, invalid, notFound, ruleViolated } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { writeAs } from '../../lib/write.ts';
import { byReading, tooEarly } from './issue-faults.ts';

type Input = Omit<BodyOf<typeof enterIssue>, 'villageId'>;

/** Enters what was found at a village of an inspection; gives the id. */
export function addIssue(
  deps: Deps,
  actor: Actor,
  inspectionId: string,
  { villageId, ...input }: BodyOf<typeof enterIssue>,
): Promise<string> {
  return writeAs(deps, actor, async (tx) => {
    const reach = scopeWhere(scopeFor(actor, 'inspections.write', 'villages'), 'villages');
    const place = await tx.inspectionVillage.findFirst({
      where: { inspectionId, village: reach, villageId },
      include: { inspection: { select: { day: true } }, village: { select: { name: true } } },
    });
    if (!place) throw notFound();
    const day = toPlainDate(place.inspection.day);
    const villageName = place.village.name;
    return createIssue(tx, actor, { inspectionId, villageId, villageName, day }, input);
  });
}

interface Place {
  inspectionId: string;
  villageId: string;
  villageName: string;
  day: PlainDate;
}

/** A finding with the first step of its trail; `at` is where its fields stand in the request. */
export async function createIssue(
  tx: Tx,
  actor: Actor,
  { inspectionId, villageId, villageName, day }: Place,
  input: Input,
  at = '',
): Promise<string> {
  const { kind, severity, text, deadline, responsible } = input;
  const unitId = input.unitId ?? null;
  const person = input.person ?? null;
  const faults = [
    ...namedFaults(responsible, unitId, person),
    ...(deadline < day ? [tooEarly('deadline')] : []),
  ];
  if (faults.length > 0) {
    throw invalid(faults.map((fault) => ({ ...fault, path: at + fault.path })));
  }
  if (unitId !== null) await checkUnit(tx, unitId, villageId, villageName, at);
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
    params: { village: villageName, kind, severity, deadline },
    changes: [
      {
        ...{ entity: 'finding', entityId: id, versionAfter: 1, before: null },
        after: { kind, severity, text, deadline, responsible, unitId, person },
      },
    ],
  });
  return id;
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

/** A unit is responsible for villages where its people are or were posted. */
async function checkUnit(tx: Tx, unitId: string, villageId: string, village: string, at: string) {
  const unit = await tx.unit.findUnique({ where: { id: unitId }, select: { name: true } });
  if (!unit) throw notFound();
  const posted = await tx.assignment.findFirst({
    where: { villageId, state: 'inForce', cadre: { unitId } },
    select: { id: true },
  });
  if (posted) return;
  throw ruleViolated([
    {
      ...{ path: `${at}unitId`, code: 'notPaired', basis: byReading },
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
