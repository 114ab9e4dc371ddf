import type { WaitingTask } from '@xuanpai/contracts/home';
import type { Permission } from '@xuanpai/contracts/permissions';
import type { PlainDate } from '@xuanpai/contracts/values';

/** A finding that isn't settled, as it stands for somebody. */
interface OpenFinding {
  village: string;
  deadline: PlainDate;
}

/** Something that is due in a village. */
interface Due {
  village: string;
  dueOn: PlainDate;
}

/** What 督查 wants of somebody: only rows within reach. */
export interface SupervisionWanting {
  /** Not answered, and this person may; the earliest deadline first. */
  toAnswer: OpenFinding[];
  /** Answered by somebody else, to be closed or returned. */
  toCheck: OpenFinding[];
  /** Not answered in time, for those who ask after it. */
  overdue: OpenFinding[];
  /** Re-elections that are due soon, or were. */
  elections: Due[];
  /** Visits of leaders that are overdue: the own ones, or everybody's. */
  visits: Due[];
}

export const nothingWanted: SupervisionWanting = {
  ...{ toAnswer: [], toCheck: [], overdue: [] },
  ...{ elections: [], visits: [] },
};

type Draft = Pick<WaitingTask, 'code' | 'counts' | 'names' | 'dueOn'>;

export function waitingSupervision(
  { toAnswer, toCheck, overdue, elections, visits }: SupervisionWanting,
  may: (permission: Permission) => boolean,
): Draft[] {
  return [
    ...(may('inspections.answer') ? together('rectifyFindings', toAnswer, earliest(toAnswer)) : []),
    ...(may('inspections.close') ? together('checkFindings', toCheck, null) : []),
    ...(may('inspections.close') ? together('chaseFindings', overdue, earliest(overdue)) : []),
    ...(may('inspections.villageState') ? due('holdElections', 'elections', elections) : []),
    ...(may('inspections.visit') ? due('visitVillages', 'visits', visits) : []),
  ];
}

function due(code: WaitingTask['code'], what: string, all: readonly Due[]): Draft[] {
  const [first] = all.map(({ dueOn }) => dueOn).sort();
  if (first === undefined) return [];
  const names = [...new Set(all.map(({ village }) => village))];
  return [{ code, counts: { [what]: all.length }, names, dueOn: first }];
}

function together(
  code: WaitingTask['code'],
  findings: readonly OpenFinding[],
  dueOn: PlainDate | null,
): Draft[] {
  if (findings.length === 0) return [];
  const names = [...new Set(findings.map(({ village }) => village))];
  return [{ code, counts: { findings: findings.length }, names, dueOn }];
}

function earliest(findings: readonly OpenFinding[]): PlainDate | null {
  const [first] = findings.map(({ deadline }) => deadline).sort();
  return first ?? null;
}
