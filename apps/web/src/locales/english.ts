/** What English texts are put together with. */

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** Of 1 to 12. */
export function monthName(month: number): string {
  return months[month - 1] ?? '';
}

/** 1 cadre, 2 cadres. */
export function many(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** Those that say something, one after the other. */
export function listed(parts: readonly (string | null | false)[]): string {
  return parts.filter(Boolean).join(', ');
}
