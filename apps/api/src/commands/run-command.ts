import { StartProblem } from '@xuanpai/database/start-problem';

/** What a command has opened, to be closed however it ends. */
export type OnEnd = (end: () => Promise<void>) => void;

/** A wrong option: the command's usage is shown, and nothing was done. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem';
}

/**
 * Runs a command of the administrator's to its end. Exit code 0: done; 1: not done, or something
 * found, with words; 2: a wrong option; 130: stopped by a signal. What was opened is closed, the
 * latest first.
 */
export function runCommand(usage: string, work: (onEnd: OnEnd) => Promise<number>): void {
  const ends: (() => Promise<void>)[] = [];
  let ending: Promise<void> | undefined;
  const endAll = () => {
    ending ??= (async () => {
      for (const end of ends.reverse()) await end();
    })();
    return ending;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      console.error('\n已中止 / stopped');
      endAll().finally(() => process.exit(130));
    });
  }
  work((end) => ends.push(end))
    .catch((error: unknown) => tell(error, usage))
    .then(async (code) => {
      await endAll();
      process.exit(code);
    })
    .catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
}

function tell(error: unknown, usage: string): number {
  if (error instanceof UsageProblem) {
    console.error(`${error.message}\n\n${usage}`);
    return 2;
  }
  if (error instanceof StartProblem) console.error(`\n${error.message}\n`);
  else if (isCode(error, 'ENOSPC')) console.error('\n磁盘已满。\nThe disk is full.\n');
  else if (isCode(error, 'EACCES'))
    console.error(`\n没有权限：${error.message}\nNo permission: ${error.message}\n`);
  else if (isCode(error, 'ERR_PARSE_ARGS_UNKNOWN_OPTION')) {
    console.error(`${error.message}\n\n${usage}`);
    return 2;
  } else console.error(error);
  return 1;
}

function isCode(error: unknown, code: string): error is Error {
  return error instanceof Error && 'code' in error && error.code === code;
}
