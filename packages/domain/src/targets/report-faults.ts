import type { Text } from '@xuanpai/contracts/text';
import type { Measure } from './measures.ts';

/** What is typed for a measure; all null: nothing. */
export interface ReportedCell {
  value: string | null;
  answer: boolean | null;
  note: string | null;
}

export interface ReportFault {
  code: string;
  message: Text;
  remedy?: Text;
}

const byKind: Partial<Record<Measure['kind'], { least: number; most: number; decimals: number }>> =
  {
    amount: { least: 0, most: 1e12, decimals: 2 },
    ratio: { least: 0, most: 100, decimals: 2 },
    count: { least: 0, most: 100_000, decimals: 0 },
    relative: { least: -100, most: 1000, decimals: 2 },
  };

/** Why a cell isn't a value of its measure; null: it is. Money in yuan, ratios and growth in per cent. */
export function reportFault(
  { kind, source, name }: Pick<Measure, 'kind' | 'source' | 'name'>,
  cell: ReportedCell | null,
): ReportFault | null {
  if (cell === null) return null;
  if (source !== 'report') {
    const by = source === 'projects' ? '项目支出' : '选派办评定';
    return {
      code: 'notReported',
      message: {
        zh: `“${name}”由${by}得出，不用填报。`,
        en: 'This measure comes from another source and isn’t reported.',
      },
      ...(source === 'projects' ? { remedy: inProjects } : {}),
    };
  }
  const wantsAnswer = kind === 'yesNo';
  if (wantsAnswer ? cell.value !== null : cell.answer !== null) {
    return { code: 'notOfKind', message: wantsAnswer ? isYesNo(name) : isNumber(name) };
  }
  const range = byKind[kind];
  if (cell.value === null || !range) return null;
  const number = Number(cell.value);
  if (number < range.least || number > range.most) {
    const words = `${range.least}～${range.most}`;
    return {
      code: 'outOfRange',
      message: { zh: `“${name}”应在${words}之间。`, en: `The value lies outside ${words}.` },
    };
  }
  const decimals = cell.value.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  return decimals > range.decimals
    ? { code: 'tooManyDecimals', message: decimalsOf(name, range) }
    : null;
}

/** Whether a cell says enough to be submitted: a value, or a note of why there is none. */
export function isAnswered(cell: ReportedCell): boolean {
  return cell.value !== null || cell.answer !== null || cell.note !== null;
}

const inProjects: Text = {
  zh: '在“帮扶”里登记项目的支出。',
  en: 'Enter the project’s payments under support.',
};
const isYesNo = (name: string): Text => ({
  zh: `“${name}”填是或否。`,
  en: 'The measure is yes or no.',
});
const isNumber = (name: string): Text => ({
  zh: `“${name}”填数。`,
  en: 'The measure is a number.',
});

function decimalsOf(name: string, { decimals }: { decimals: number }): Text {
  return decimals === 0
    ? { zh: `“${name}”填整数。`, en: 'The measure is a whole number.' }
    : { zh: `“${name}”最多${decimals}位小数。`, en: `At most ${decimals} decimals.` };
}
