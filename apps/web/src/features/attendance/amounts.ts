/** Days: 8, 7.5. */
export function formatAmount(days: number): string {
  return String(Math.round(days * 100) / 100);
}
