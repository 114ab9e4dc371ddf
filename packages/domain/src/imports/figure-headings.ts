import type { PlainDate } from '@xuanpai/contracts/values';
import { headingUnit, type MoneyUnit } from '../office/money.ts';
import { type RowProblem, rowProblem } from './row-problem.ts';
import { type VillageFigure, villageFigures, villageLabels } from './village-columns.ts';

export interface FigureHeadings {
  units: Partial<Record<VillageFigure, MoneyUnit>>;
  years: Partial<Record<VillageFigure, number>>;
  problems: RowProblem[];
  notices: RowProblem[];
}

/** Figures of earlier years aren't kept. */
const earliestYear = 1949;

/**
 * What the headings of a sheet's amounts say: 2014年村集体经营性收入(万元). A heading without a unit
 * is refused, since 万元 and 元 can't be told apart by the numbers; one without a year is taken for
 * the last full year before `on`, with a notice.
 */
export function readFigureHeadings(
  headings: ReadonlyMap<string, string>,
  on: PlainDate,
): FigureHeadings {
  const found: FigureHeadings = { units: {}, years: {}, problems: [], notices: [] };
  const lastYear = Number(on.slice(0, 4)) - 1;
  for (const figure of villageFigures) {
    const heading = headings.get(figure);
    if (heading === undefined) continue;
    const { unit, year: said } = headingUnit(heading);
    const year = said !== null && said >= earliestYear ? said : null;
    if (unit) found.units[figure] = unit;
    else found.problems.push(unitMissing(figure));
    found.years[figure] = year ?? lastYear;
    if (year === null) found.notices.push(yearAssumed(figure, lastYear));
  }
  return found;
}

function unitMissing(figure: VillageFigure): RowProblem {
  const { zh, en } = villageLabels[figure];
  return rowProblem(
    figure,
    'unitMissing',
    { zh: `表头没有写明“${zh}”的单位。`, en: `The heading doesn't say the unit of “${en}”.` },
    {
      zh: '请在表头写明（元）或（万元）后重新上传。',
      en: 'Write (元) or (万元) into the heading and upload again.',
    },
  );
}

function yearAssumed(figure: VillageFigure, year: number): RowProblem {
  const { zh, en } = villageLabels[figure];
  return rowProblem(
    figure,
    'yearAssumed',
    {
      zh: `表头没有写年份，“${zh}”按${year}年写入。`,
      en: `No year in the heading: “${en}” is taken for ${year}.`,
    },
    { zh: '如不是，请在表头写明年份。', en: 'If it is another, write it into the heading.' },
  );
}
