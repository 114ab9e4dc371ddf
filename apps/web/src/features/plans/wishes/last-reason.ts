/** The reason given last, offered for the next one: many are pinned for the same. */
const last = { pin: '', ban: '' };

export type Asking = keyof typeof last;

export function lastReason(kind: Asking): string {
  return last[kind];
}

export function rememberReason(kind: Asking, reason: string): void {
  last[kind] = reason;
}
