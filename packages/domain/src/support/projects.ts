import type { Permission } from '@xuanpai/contracts/permissions';
import type { Milestone } from '@xuanpai/contracts/projects';
import type { ProjectAct, ProjectState } from '@xuanpai/contracts/support-words';
import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import { moneyText } from '../office/money.ts';

interface Step {
  by: Permission;
  from: readonly ProjectState[];
  to: ProjectState;
  /** A reason or a conclusion is asked for. */
  needsText: boolean;
}

/** The life of a project: planned → under way → done → accepted; stopped with a reason, and taken up again. */
export const projectSteps: Readonly<Record<Exclude<ProjectAct, 'create'>, Step>> = {
  begin: { by: 'support.write', from: ['planned'], to: 'underWay', needsText: false },
  finish: { by: 'support.write', from: ['underWay'], to: 'done', needsText: false },
  rework: { by: 'support.write', from: ['done'], to: 'underWay', needsText: true },
  accept: { by: 'support.accept', from: ['done'], to: 'accepted', needsText: true },
  stop: {
    by: 'support.write',
    from: ['planned', 'underWay', 'done'],
    to: 'stopped',
    needsText: true,
  },
  resume: { by: 'support.write', from: ['stopped'], to: 'underWay', needsText: true },
};

type May = (permission: Permission) => boolean;

/** What somebody may do with a project as it stands; whoever made it doesn't accept it. */
export function projectActsFor(state: ProjectState, may: May, isOwn: boolean): ProjectAct[] {
  const acts = Object.keys(projectSteps) as Exclude<ProjectAct, 'create'>[];
  return acts.filter((act) => {
    const { by, from } = projectSteps[act];
    return from.includes(state) && may(by) && !(act === 'accept' && isOwn);
  });
}

/** How a milestone stands on a day: its own day still counts as in time. */
export function milestoneState(
  { dueOn, doneOn }: { dueOn: PlainDate; doneOn: PlainDate | null },
  on: PlainDate,
): Milestone['state'] {
  if (doneOn !== null && doneOn <= on) return 'done';
  return dueOn < on ? 'late' : 'ahead';
}

/** Sums of a project in fen. */
export interface ProjectSums {
  planned: number;
  received: number;
  spent: number;
}

/** What doesn't fit between the sums: told, never refused, for a payment may well come before its money. */
export function projectOddities({ planned, received, spent }: ProjectSums): Text[] {
  const yuan = (fen: number) => moneyText(fen);
  return [
    ...(spent > received
      ? [
          {
            zh: `支出比到位资金多${yuan(spent - received)}元`,
            en: `${yuan(spent - received)} yuan more were spent than received`,
          },
        ]
      : []),
    ...(received > planned
      ? [
          {
            zh: `到位比计划资金多${yuan(received - planned)}元`,
            en: `${yuan(received - planned)} yuan more were received than planned`,
          },
        ]
      : []),
  ];
}
