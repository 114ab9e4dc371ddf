import type { WaitingTask } from '@xuanpai/contracts/home';
import type { Permission } from '@xuanpai/contracts/permissions';
import type { PlainDate } from '@xuanpai/contracts/values';

type Draft = Pick<WaitingTask, 'code' | 'counts' | 'names'> & Partial<Pick<WaitingTask, 'dueOn'>>;

/** What help wants: reports that this person may confirm, promises of the own that are over their day. */
export interface HelpWanting {
  /** Whose help waits to be confirmed. */
  toConfirm: string[];
  /** The villages that wait for it, since when it was due, the longest first. */
  overdue: { village: string; dueOn: PlainDate }[];
}

export function waitingHelp(
  { toConfirm, overdue }: HelpWanting,
  may: (permission: Permission) => boolean,
): Draft[] {
  const names = (all: string[]) => [...new Set(all)];
  return [
    ...(may('support.confirm') && toConfirm.length > 0
      ? [
          {
            ...{ code: 'confirmHelp' as const, counts: { help: toConfirm.length } },
            names: names(toConfirm),
          },
        ]
      : []),
    ...(may('support.report') && overdue.length > 0
      ? [
          {
            ...{ code: 'deliverHelp' as const, counts: { help: overdue.length } },
            names: names(overdue.map(({ village }) => village)),
            dueOn: overdue[0]?.dueOn ?? null,
          },
        ]
      : []),
  ];
}
