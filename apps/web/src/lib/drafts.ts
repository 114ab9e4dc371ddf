/**
 * What was typed and isn't saved yet: kept for this tab only, and gone with it or with the person.
 * A browser that forbids storage, or has no room, just keeps none.
 */
const prefix = 'xuanpai.draft.';

export function keepDraft(owner: string, name: string, values: unknown): void {
  try {
    sessionStorage.setItem(`${prefix}${owner}.${name}`, JSON.stringify(values));
  } catch {
    // The form works on without a draft.
  }
}

export function keptDraft(owner: string, name: string): Record<string, unknown> | null {
  try {
    const text = sessionStorage.getItem(`${prefix}${owner}.${name}`);
    return text === null ? null : (JSON.parse(text) as Record<string, unknown>);
  } catch {
    return null;
  }
}

export function dropDraft(owner: string, name: string): void {
  try {
    sessionStorage.removeItem(`${prefix}${owner}.${name}`);
  } catch {
    // There was none.
  }
}

/** Whoever signs out leaves nothing typed behind on the machine. */
export function dropAllDrafts(): void {
  try {
    const names = Object.keys(sessionStorage).filter((key) => key.startsWith(prefix));
    for (const name of names) sessionStorage.removeItem(name);
  } catch {
    // There were none.
  }
}
