/**
 * Names of prepared statements. A connection keeps every statement that it was given by name, so only
 * texts that come again get one, and only so many: filters and orders make more texts than are used.
 */
const most = 200;

const names = new Map<string, string>();
const seenOnce = new Set<string>();
let made = 0;

/** The name of a statement; null for a text that is to run without one. */
export function statementName(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= most) return null;
  if (!seenOnce.delete(text)) {
    if (seenOnce.size >= most) seenOnce.clear();
    seenOnce.add(text);
    return null;
  }
  made += 1;
  const name = `list_${made}`;
  names.set(text, name);
  return name;
}

/** The next use of the text gets another name. */
export function forgetStatement(text: string): void {
  names.delete(text);
}

/** PostgreSQL: cached plan must not change result type. A column was altered under a running process. */
export function isOutdated(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '0A000';
}
