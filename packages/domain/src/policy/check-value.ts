import type { Json } from '@xuanpai/contracts/values';
import { checkTable } from './check-table.ts';
import type { TableKey } from './keys.ts';
import { tableShapes } from './tables.ts';
import type { PolicyTemplate } from './template.ts';
import {
  notAnOption,
  notASwitch,
  numberFault,
  type ValueFault,
  type Wrong,
} from './value-fault.ts';

/** Everything that is wrong with a value of a parameter: its kind, range, options or shape. */
export function checkValue(template: PolicyTemplate, value: Json): ValueFault[] {
  switch (template.kind) {
    case 'number':
      return at('', numberFault(value, template.range));
    case 'switch':
      return typeof value === 'boolean' ? [] : at('', notASwitch);
    case 'choice': {
      const known = template.options?.some((option) => option.value === value);
      return known ? [] : at('', notAnOption);
    }
    case 'rule':
      return value === template.value ? [] : at('', alwaysHolds);
    case 'table':
      return checkTable(tableShapes[template.key as TableKey], value);
  }
}

function at(path: string, wrong: Wrong | null): ValueFault[] {
  return wrong ? [{ path, ...wrong }] : [];
}

const alwaysHolds: Wrong = {
  code: 'alwaysHolds',
  message: {
    zh: '这一条始终适用，只能修改依据。',
    en: 'This rule always holds; only its basis can be changed.',
  },
};
