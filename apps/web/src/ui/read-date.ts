export type DatePrecision = 'day' | 'month' | 'either';

interface ReadDate {
  value?: string;
  /** No such month, no such day, or not a date of this precision at all. */
  problem?: 'month' | 'day' | 'format';
}

const two = (value: number) => String(value).padStart(2, '0');

function partsOf(text: string): number[] | null {
  const clean = text
    .normalize('NFKC')
    .trim()
    .replace(/[年月]/g, '-')
    .replace(/日$/, '');
  const solid = /^(\d{4})(\d{2})(\d{2})?$/.exec(clean);
  const loose = /^(\d{4})[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?-?$/.exec(clean);
  const found = solid ?? loose;
  if (!found) return null;
  return found
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
}

/** Reads a date as people type it, and says what is wrong with it. Empty text is neither. */
export function readDate(text: string, precision: DatePrecision): ReadDate {
  if (text.trim() === '') return {};
  const parts = partsOf(text);
  if (!parts) return { problem: 'format' };
  const [year = 0, month = 0, day] = parts;
  if (month < 1 || month > 12) return { problem: 'month' };
  if (day === undefined) {
    return precision === 'day' ? { problem: 'format' } : { value: `${year}-${two(month)}` };
  }
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return { problem: 'day' };
  if (precision === 'month') return { problem: 'format' };
  return { value: `${year}-${two(month)}-${two(day)}` };
}
