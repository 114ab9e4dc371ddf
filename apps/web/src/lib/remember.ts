/** Small choices of the person at this machine. A browser that forbids storage just forgets them. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(`xuanpai.${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`xuanpai.${key}`, value);
  } catch {
    // Nothing is lost but the convenience.
  }
}
