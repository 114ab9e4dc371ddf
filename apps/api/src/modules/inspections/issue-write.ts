import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { answerIssue, IssueAct, returnIssue } from '@xuanpai/contracts/inspection-findings';
import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import { hindrance, issueTransitions } from '@xuanpai/domain/supervision/findings';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, invalid, notFound, ruleViolated } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { lockRow } from '../../lib/lock.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { byReading, tooEarly } from './issue-faults.ts';
import { whoIs } from './issue-list.ts';

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
