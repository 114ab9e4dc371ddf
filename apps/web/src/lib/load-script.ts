import { serverBack } from './connection.ts';

/** The script of the page's own version isn't there any more, or doesn't come. */
export class ScriptMissing extends Error {
  override readonly name = 'ScriptMissing';
}

/**
 * Loads a part of the page. Where it doesn't come, waits until the server answers, then throws
 * `ScriptMissing`: a browser may remember that a script failed, so only a fresh page gets it.
 */
export async function loadScript<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    await serverBack();
    throw new ScriptMissing(String(cause), { cause });
  }
}

const last = 'xuanpai.reloaded';
/** A page that failed again so soon after a reload isn't helped by another. */
const soon = 60_000;

/** Loads the page anew, what was typed being kept as drafts. False where that was just tried. */
export function reloadOnce(): boolean {
  try {
    const before = Number(sessionStorage.getItem(last) ?? 0);
    if (Date.now() - before < soon) return false;
    sessionStorage.setItem(last, String(Date.now()));
  } catch {
    return false;
  }
  location.reload();
  return true;
}
