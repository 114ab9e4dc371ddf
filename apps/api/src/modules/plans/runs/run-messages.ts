import type { Text } from '@xuanpai/contracts/text';

/** What a run has to say about its end; the row keeps the code. */
export const runMessages = {
  planChanged: {
    zh: '测算期间方案已被修改，结果未采用；请重新测算。',
    en: 'The plan was changed meanwhile, so the result was not taken; solve again.',
  },
  accepted: {
    zh: '已采用现有方案，证明到此为止。',
    en: 'The plan was taken as it is; the proof ended there.',
  },
  unproven: {
    zh: '方案已得出；证明未在限时内完成。',
    en: 'The plan is there; its proof did not end in time.',
  },
  keptBetter: {
    zh: '没有找到更好的方案，现有方案保留。',
    en: 'Nothing better was found; the plan stays as it was.',
  },
  heartbeatLost: {
    zh: '测算进程中断，方案未改动；请重新测算。',
    en: 'The solver stopped answering; the plan is unchanged. Solve again.',
  },
  workerFailed: {
    zh: '测算出错，已记入日志，方案未改动。',
    en: 'The solver failed, it has been logged; the plan is unchanged.',
  },
  stoppedHard: {
    zh: '测算已强行中止，方案未改动。',
    en: 'The solver was stopped by force; the plan is unchanged.',
  },
} as const satisfies Record<string, Text>;

export type RunMessage = keyof typeof runMessages;

/** The message in a row, in words. */
export function runMessageOf(code: string | null): Text | null {
  return code !== null && Object.hasOwn(runMessages, code) ? runMessages[code as RunMessage] : null;
}
