/** `60.0`, with a true minus. */
export function figure(value: number): string {
  return value.toFixed(1).replace('-', '−');
}

/** `+60.0`, `−24.0`. */
export function change(value: number): string {
  return value > 0 ? `+${figure(value)}` : figure(value);
}

/** `75%`, of 0.75. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
