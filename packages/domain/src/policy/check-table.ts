import type { Json } from '@xuanpai/contracts/values';
import type { TableCell, TableShape, Words } from './tables.ts';
import { notAnOption, notASwitch, numberFault, type ValueFault } from './value-fault.ts';

/** Everything that is wrong with a table: rows and columns that aren't there or are unknown, each cell. */
export function checkTable({ rows, columns, cell }: TableShape, value: Json): ValueFault[] {
  return checkRecord(
    rows,
    value,
    '',
    cell.kind !== 'switch' && cell.optional && !columns,
    (row, path) =>
      columns
        ? checkRecord(columns, row, path, true, (inner, at) => checkCell(cell, inner, at))
        : checkCell(cell, row, path),
  );
}

function checkRecord(
  words: Words,
  value: Json,
  path: string,
  mayLack: boolean,
  checkOne: (value: Json, path: string) => ValueFault[],
): ValueFault[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ path, code: 'notATable', message: { zh: '格式不是表。', en: 'Not a table.' } }];
  }
  const unknown = Object.keys(value)
    .filter((key) => !Object.hasOwn(words, key))
    .map((key) => ({
      path: join(path, key),
      code: 'unknownRow',
      message: { zh: `表中没有“${key}”这一项。`, en: `The table has no “${key}”.` },
    }));
  const known = Object.entries(words).flatMap(([key, word]) => {
    const one = value[key];
    if (one !== undefined) return checkOne(one, join(path, key));
    if (mayLack) return [];
    const message = { zh: `缺少${word.zh}。`, en: `${word.en} is missing.` };
    return [{ path: join(path, key), code: 'missing', message }];
  });
  return [...unknown, ...known];
}

function checkCell(cell: TableCell, value: Json, path: string): ValueFault[] {
  switch (cell.kind) {
    case 'switch':
      return typeof value === 'boolean' ? [] : [{ path, ...notASwitch }];
    case 'number': {
      const wrong = numberFault(value, cell.range);
      return wrong ? [{ path, ...wrong }] : [];
    }
    case 'choice': {
      const fits =
        value === null
          ? cell.optional
          : typeof value === 'string' && Object.hasOwn(cell.options, value);
      return fits ? [] : [{ path, ...notAnOption }];
    }
  }
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
