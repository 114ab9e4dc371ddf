import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { acceptProject, stepProject } from '@xuanpai/contracts/projects';
import { projectActWords, projectStateWords } from '@xuanpai/contracts/support-words';
import { toDate } from '@xuanpai/database/dates';
import { projectSteps } from '@xuanpai/domain/support/projects';
import type { Actor } from '../../../lib/actor.ts';
import { ApiError, invalid, ruleViolated } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { byReading, type HeldProject, holdProject, noteProject } from './hold.ts';
import { addEvent, checkDay } from './write.ts';

/** Takes a project a step further: begun, finished, put right, stopped with a reason, taken up again. */
export function takeStep(
  deps: Deps,
  actor: Actor,
  id: string,
  { act, day, text, version }: BodyOf<typeof stepProject>,
): Promise<void> {
  checkDay(day, deps.today());
  const { to, needsText } = projectSteps[act];
  if (needsText && text === undefined) {
    const message = { zh: '请写明原因。', en: 'Say why.' };
    throw invalid([{ path: 'text', code: 'required', message }]);
  }
  return writeAs(deps, actor, async (tx) => {
    const project = await holdProject(tx, actor, 'support.write', id, version);
    checkStep(project, act);
    const stoppedReason = act === 'stop' ? (text ?? null) : null;
    await tx.project.update({ where: { id }, data: { state: to, stoppedReason } });
    await addEvent(tx, actor, id, { act, state: to, day, ...(text ? { text } : {}) });
    const change = { before: { state: project.state }, after: { state: to, text: text ?? null } };
    await noteProject(tx, `project.${act}`, project, change, { day });
  });
}

/** Puts on record that a finished project was accepted, by somebody who didn't enter it. */
export function accept(
  deps: Deps,
  actor: Actor,
  id: string,
  { day, text, version }: BodyOf<typeof acceptProject>,
): Promise<void> {
  checkDay(day, deps.today());
  return writeAs(deps, actor, async (tx) => {
    const project = await holdProject(tx, actor, 'support.accept', id, version);
    checkStep(project, 'accept');
    if (project.createdById !== null && project.createdById === actor.userId) throw ownProject();
    await tx.project.update({
      where: { id },
      data: {
        ...{ state: 'accepted', acceptedOn: toDate(day), acceptance: text },
        ...{ acceptedById: actor.userId, acceptedByName: actor.name },
      },
    });
    await addEvent(tx, actor, id, { act: 'accept', state: 'accepted', day, text });
    const change = { before: { state: project.state }, after: { state: 'accepted', text } };
    await noteProject(tx, 'project.accept', project, change, { day });
  });
}

function checkStep({ state }: HeldProject, act: keyof typeof projectSteps): void {
  const { from, to } = projectSteps[act];
  if (from.includes(state)) return;
  if (state === to) throw new ApiError('alreadyDone');
  const is = projectStateWords[state];
  const of = projectActWords[act];
  throw ruleViolated([
    {
      ...{ path: 'act', code: 'noSuchStep', basis: byReading },
      message: {
        zh: `项目${is.zh}，不能${of.zh}。`,
        en: `The project is ${is.en.toLowerCase()}: this step does not follow.`,
      },
    },
  ]);
}

function ownProject() {
  return ruleViolated([
    {
      ...{ path: 'text', code: 'ownProject', basis: byReading },
      message: {
        zh: '登记项目和验收不能是同一人，请由他人办理。',
        en: 'Whoever entered the project doesn’t accept it; have somebody else do it.',
      },
    },
  ]);
}
