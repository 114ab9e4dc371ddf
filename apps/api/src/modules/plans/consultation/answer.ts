import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type {
  answerConsultation as answerEndpoint,
  Consultation,
  settleConsultation as settleEndpoint,
} from '@xuanpai/contracts/plan-consultation';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../../lib/actor.ts';
import { ApiError, type Fault, invalid, notFound } from '../../../lib/api-error.ts';
import { record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { scopeFor, scopeWhere } from '../../../lib/scope.ts';
import { checkVersion } from '../../../lib/versions.ts';
import { writeAs } from '../../../lib/write.ts';
import { lockRow } from '../edit/lock-plan.ts';
import { type ConsultationRow, nameOf, presentConsultation, readConsultations } from './present.ts';

/**
 * Keeps what a party says: by its own people, or by a planner for a paper. Throws `notFound`,
 * `staleVersion`, `alreadyDone` once the plan is issued or the objection settled, `invalid`.
 */
export function answer(
  deps: Deps,
  actor: Actor,
  id: string,
  body: BodyOf<typeof answerEndpoint>,
): Promise<Consultation> {
  return writeAs(deps, actor, async (tx) => {
    const row = await hold(tx, actor, 'consultations.answer', id, body.version);
    if (row.settledOn !== null) throw new ApiError('alreadyDone');
    const today = deps.today();
    const answeredOn = body.answeredOn ?? today;
    const faults = [
      ...(body.answer === 'objected' && !body.text ? [objectionWithoutText] : []),
      ...(answeredOn < toPlainDate(row.sentOn) || answeredOn > today ? [dayOutside] : []),
    ];
    if (faults.length > 0) throw invalid(faults);
    return write(tx, row, 'consultation.answer', {
      answer: body.answer,
      text: body.text ?? null,
      answeredOn: toDate(answeredOn),
      answeredByName: actor.name,
    });
  });
}

/** Keeps how an objection was dealt with. Throws as `answer`, and `conflict` where there is none. */
export function settle(
  deps: Deps,
  actor: Actor,
  id: string,
  { settlement, version }: BodyOf<typeof settleEndpoint>,
): Promise<Consultation> {
  return writeAs(deps, actor, async (tx) => {
    const row = await hold(tx, actor, 'plans.write', id, version);
    if (row.answer !== 'objected') throw new ApiError('conflict', { detail: noObjection });
    return write(tx, row, 'consultation.settle', {
      settlement,
      settledOn: toDate(deps.today()),
      settledByName: actor.name,
    });
  });
}

async function hold(
  tx: Tx,
  actor: Actor,
  permission: 'consultations.answer' | 'plans.write',
  id: string,
  seen: number,
): Promise<ConsultationRow> {
  const scope = scopeWhere(scopeFor(actor, permission, 'consultations'), 'consultations');
  const where = { AND: [{ id }, scope] };
  const found = await tx.planConsultation.findFirst({ where, select: { planId: true } });
  if (!found) throw notFound();
  await lockRow(tx, found.planId);
  const [row] = await readConsultations(tx, where);
  if (!row) throw notFound();
  const { version } = row;
  const current = { id, version, answer: row.answer, text: row.text, settlement: row.settlement };
  await checkVersion(tx, { entity: 'consultation', id, version, current }, seen);
  if (presentConsultation(row).closed) throw new ApiError('alreadyDone');
  return row;
}

async function write(
  tx: Tx,
  row: ConsultationRow,
  action: string,
  data: Prisma.PlanConsultationUncheckedUpdateInput,
): Promise<Consultation> {
  const { id } = row;
  await tx.planConsultation.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
  const [saved] = await readConsultations(tx, { id });
  if (!saved) throw notFound();
  const logged = ({ answer, text, settlement }: ConsultationRow) => ({ answer, text, settlement });
  record(tx, {
    action,
    entity: 'consultation',
    entityId: id,
    params: { name: nameOf(row), plan: row.plan.name },
    changes: [
      {
        entity: 'consultation',
        entityId: id,
        versionAfter: saved.version,
        before: logged(row),
        after: logged(saved),
      },
    ],
  });
  return presentConsultation(saved);
}

const objectionWithoutText: Fault = {
  path: 'text',
  code: 'objectionWithoutText',
  message: { zh: '有异议的，请写明内容。', en: 'Say what is objected to.' },
};
const dayOutside: Fault = {
  path: 'answeredOn',
  code: 'dayOutside',
  message: {
    zh: '答复日期应在发出之日至今天之间。',
    en: 'The answer lies between the day of asking and today.',
  },
};
const noObjection = { zh: '没有异议需要处理。', en: 'There is no objection to settle.' };
