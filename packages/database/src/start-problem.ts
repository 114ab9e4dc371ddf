/** Something outside the program that stops the start; the message says what to do, in both languages. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
  readonly code: string;

  /** `code` is stable and for tests and logs; `zh` and `en` are for the person at the terminal. */
  constructor(code: string, zh: string, en: string, cause?: unknown) {
    super(`${zh}\n${en}`, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
