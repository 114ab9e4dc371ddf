/** Lets at most `most` works go on at a time; the others wait in line. */
export function turns(most: number) {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (busy >= most) await new Promise<void>((go) => waiting.push(go));
    else busy += 1;
    try {
      return await work();
    } finally {
      // Whoever is next takes the place over.
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}
