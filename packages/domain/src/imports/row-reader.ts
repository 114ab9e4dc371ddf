import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Word } from '@xuanpai/contracts/words';
import { holdsIdNumber } from '../office/id-number.ts';
import { type MoneyUnit, moneyText, parseMoney } from '../office/money.ts';
import { type DateSystem, parseOfficeDate } from '../office/office-date.ts';
import { personName, splitList, tidyText, wholeNumber } from '../office/text.ts';
import type { RowCells } from './import-column.ts';
import { type RowProblem, rowProblem } from './row-problem.ts';
import { wordCode, wordsOf } from './word-code.ts';

export interface ReadDate {
  date: PlainDate;
  precision: 'month' | 'day';
}

/**
 * Reads the cells of one row and collects everything that is wrong with them.
 *
 * Each reading gives the value, null for a blank (or refused) cell, and undefined where the sheet has
 * no such column: what a sheet doesn't have, it doesn't change.
 */
export class RowReader<Field extends string> {
  readonly problems: RowProblem[] = [];
  readonly notices: RowProblem[] = [];
  readonly #cells: RowCells<Field>;

  constructor(cells: RowCells<Field>) {
    this.#cells = cells;
  }

  text(field: Field, longest: number): string | null | undefined {
    return this.#read(field, (text) => this.#short(field, tidyText(text), longest));
  }

  personName(field: Field, longest: number): string | null | undefined {
    return this.#read(field, (text) => this.#short(field, personName(text), longest));
  }

  /** Whole numbers from 0 on. */
  count(field: Field, most = 10_000_000): number | null | undefined {
    return this.#read(field, (text) => {
      const value = wholeNumber(text);
      if (value !== null && value >= 0 && value <= most) return value;
      return this.refuse(
        field,
        'notCount',
        {
          zh: `“${text}”不是0至${most}的整数。`,
          en: `“${text}” is no whole number up to ${most}.`,
        },
        { zh: '请填写整数。', en: 'Write a whole number.' },
      );
    });
  }

  /** Yuan, as the API writes them. */
  money(field: Field, unit: MoneyUnit): string | null | undefined {
    return this.#read(field, (text) => {
      const money = parseMoney(text, unit);
      if (money.ok) return money.fen === null ? null : moneyText(money.fen);
      const { code, zh, en } = money.problem;
      const remedy = { zh: '请只填写数字。', en: 'Write a number only.' };
      return this.refuse(field, suffixed('money', code), sentence(zh, en), remedy);
    });
  }

  date(field: Field, dateSystem: DateSystem): ReadDate | null | undefined {
    const cell = this.#cells.get(field);
    return this.#read(field, () => {
      const read = parseOfficeDate(cell ?? '', dateSystem);
      if (read.ok) return { date: read.date, precision: read.precision };
      const { code, zh, en } = read.problem;
      const remedy = { zh: '请核对档案后改正。', en: 'Check it against the file.' };
      return this.refuse(field, suffixed('date', code), sentence(zh, en), remedy);
    });
  }

  word<Code extends string>(
    field: Field,
    words: Readonly<Record<Code, Word>>,
  ): Code | null | undefined {
    return this.#read(
      field,
      (text) => wordCode(words, text) ?? this.#notInList(field, text, words),
    );
  }

  /** Several words in one cell: 党建、治理; `isOther` tells those that mean none. Blank is no word. */
  wordList<Code extends string>(
    field: Field,
    words: Readonly<Record<Code, Word>>,
    isOther: (part: string) => boolean = () => false,
  ): Code[] | undefined {
    const read = this.#read(field, (text) => {
      const parts = splitList(text).filter((part) => !isOther(part));
      const codes = parts.flatMap(
        (part) => wordCode(words, part) ?? this.#notInList(field, part, words) ?? [],
      );
      return [...new Set(codes)];
    });
    return read === null ? [] : read;
  }

  /** The cell as it stands, for readings of another kind. */
  raw(field: Field): string | null | undefined {
    return this.#read(field, (text) => text);
  }

  /** Notes that a value must be there. */
  require(field: Field, label: Text): void {
    if (this.problems.some((problem) => problem.field === field)) return;
    const missing = !this.#cells.has(field);
    this.refuse(
      field,
      'required',
      missing
        ? { zh: `缺少“${label.zh}”列。`, en: `There is no column “${label.en}”.` }
        : { zh: `没有填写${label.zh}。`, en: `${label.en} is empty.` },
      { zh: `请补上${label.zh}。`, en: `Fill in: ${label.en}.` },
    );
  }

  refuse(
    field: Field | null,
    code: string,
    message: Text,
    remedy: Text | null = null,
    basis: RowProblem['basis'] = null,
  ): null {
    this.problems.push(rowProblem(field, code, message, remedy, basis));
    return null;
  }

  notice(
    field: Field | null,
    code: string,
    message: Text,
    remedy: Text | null = null,
    basis: RowProblem['basis'] = null,
  ): void {
    this.notices.push(rowProblem(field, code, message, remedy, basis));
  }

  #read<Value>(field: Field, read: (text: string) => Value | null): Value | null | undefined {
    const cell = this.#cells.get(field);
    if (!cell) return undefined;
    if (cell.kind === 'error') {
      return this.refuse(
        field,
        'cellError',
        { zh: `单元格是错误值“${cell.text}”。`, en: `The cell holds the error “${cell.text}”.` },
        { zh: '请改好公式，或直接填写值。', en: 'Mend the formula, or write the value.' },
      );
    }
    const text = tidyText(cell.text).replace(/^'/, '');
    return text === '' ? null : read(text);
  }

  #short(field: Field, text: string, longest: number): string | null {
    if (holdsIdNumber(text)) {
      return this.refuse(
        field,
        'idNumberInText',
        { zh: '这一格里有身份证号。', en: 'There is an ID number in this cell.' },
        {
          zh: '身份证号只填在“身份证号码”一列，请改正或核对列的对应。',
          en: 'ID numbers go into their own column only: correct the cell or the mapping.',
        },
      );
    }
    if (text.length <= longest) return text;
    return this.refuse(
      field,
      'tooLong',
      {
        zh: `有${text.length}字，最多${longest}字。`,
        en: `${text.length} characters, at most ${longest}.`,
      },
      { zh: '请缩短。', en: 'Shorten it.' },
    );
  }

  #notInList(field: Field, text: string, words: Readonly<Record<string, Word>>): null {
    const list = wordsOf(words);
    const english = Object.values(words)
      .map(({ zh, en }) => `${zh} (${en})`)
      .join(', ');
    return this.refuse(
      field,
      'notInList',
      { zh: `“${text}”不在可选值内。`, en: `“${text}” is not one of the values.` },
      { zh: `可填：${list}。`, en: `One of: ${english}.` },
    );
  }
}

function suffixed(prefix: string, code: string): string {
  return prefix + code.charAt(0).toUpperCase() + code.slice(1);
}

function sentence(zh: string, en: string): Text {
  return { zh: `${zh}。`, en: `${en}.` };
}
