/** A step that can't go on: what is wrong and what to do, for the person at the terminal. */
export class Stop extends Error {
  name = 'Stop';
}

/** Ends the command with the words of a Stop, or with the trace of a fault of ours. */
export function stopWith(error) {
  process.stderr.write(`\n${error instanceof Stop ? error.message : (error?.stack ?? error)}\n`);
  process.exit(1);
}

/** Vite, Prisma and the tests need 20.19, 22.12 or newer. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return;
  throw new Stop(
    `Node.js ${process.versions.node} 太旧：需要 20.19、22.12 或更新的版本（https://nodejs.org）。\n` +
      `Node.js ${process.versions.node} is too old: 20.19, 22.12 or newer is needed.`,
  );
}
