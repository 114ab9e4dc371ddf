import type { Basis } from '@xuanpai/contracts/problems';
import type { Json } from '@xuanpai/contracts/values';
import type { RuleFault } from '../rule-fault.ts';
import { checkValue } from './check-value.ts';
import type { NumberKey, PolicyKey } from './keys.ts';
import type { Policy } from './policy.ts';
import { isPolicyKey, templateOf } from './template.ts';

/** A new value of a parameter as somebody entered it; what is left out stays as it is. */
export interface PolicyChange {
  key: string;
  value: Json;
  inclusive?: boolean;
  basis?: Basis;
}

/**
 * Everything that is wrong with changes of a policy, all at once, at `changes.0.value` and the like:
 * unknown or doubled keys, kinds, ranges, options, shapes of tables, bounds that cross each other, and
 * a local example switched on without the document by which the batch adopts it.
 */
export function checkPolicyChanges(changes: readonly PolicyChange[], policy: Policy): RuleFault[] {
  const faults = changes.flatMap((change, index) => {
    const path = `changes.${index}`;
    if (!isPolicyKey(change.key)) return [unknownKey(path)];
    const first = changes.findIndex(({ key }) => key === change.key);
    return [
      ...(first < index ? [doubledKey(path)] : []),
      ...checkChange(change.key, change, policy, path),
    ];
  });
  return faults.length > 0 ? faults : crossedBounds(changes, policy);
}

function checkChange(key: PolicyKey, change: PolicyChange, policy: Policy, path: string) {
  const template = templateOf(key);
  const faults: RuleFault[] = checkValue(template, change.value).map((fault) => ({
    path: fault.path === '' ? `${path}.value` : `${path}.value.${fault.path}`,
    code: fault.code,
    message: fault.message,
    basis: null,
    remedy: null,
  }));
  if (change.inclusive !== undefined && template.inclusive === undefined) {
    faults.push(noBound(path));
  }
  const basis = change.basis ?? policy.basis(key);
  if (basis.source.trim() === '') faults.push(noSource(path));
  const adopted = change.value === true || template.kind === 'number';
  if (template.basis.kind === 'local' && adopted && !namesADocument(basis)) {
    faults.push(notAdopted(path, basis));
  }
  return faults;
}

/** A document number as offices write it: 河组发〔2015〕18号. */
function namesADocument({ source }: Basis): boolean {
  return /[〔[(（]\d{4}[〕\])）]第?\d+号/.test(source.replaceAll(' ', ''));
}

const pairs: readonly [least: NumberKey, most: NumberKey][] = [
  ['attendance.townshipDaysLeast', 'attendance.townshipDaysMost'],
  ['target.organisationsLeast', 'target.organisationsMost'],
  ['benefit.competitionPercent', 'benefit.competitionExcellentPercent'],
];

/** A least number above the most of the same thing, looked at with all changes made. */
function crossedBounds(changes: readonly PolicyChange[], policy: Policy): RuleFault[] {
  const indexOf = (key: NumberKey) => changes.findIndex((change) => change.key === key);
  const reckoned = (key: NumberKey) => Number(changes[indexOf(key)]?.value ?? policy.number(key));
  return pairs.flatMap(([least, most]) => {
    const index = Math.max(indexOf(least), indexOf(most));
    if (index < 0 || reckoned(least) <= reckoned(most)) return [];
    const [lower, upper] = [templateOf(least).label, templateOf(most).label];
    const message = {
      zh: `“${lower.zh}”（${reckoned(least)}）不能大于“${upper.zh}”（${reckoned(most)}）。`,
      en: `“${lower.en}” (${reckoned(least)}) cannot be above “${upper.en}” (${reckoned(most)}).`,
    };
    return [fault(`changes.${index}.value`, 'boundsCross', message)];
  });
}

function fault(path: string, code: string, message: RuleFault['message']): RuleFault {
  return { path, code, message, basis: null, remedy: null };
}

function unknownKey(path: string): RuleFault {
  return fault(`${path}.key`, 'unknownKey', {
    zh: '没有这个政策参数。',
    en: 'There is no such parameter.',
  });
}

function doubledKey(path: string): RuleFault {
  return fault(`${path}.key`, 'doubledKey', {
    zh: '同一个参数改了两次。',
    en: 'The same parameter is changed twice.',
  });
}

function noBound(path: string): RuleFault {
  return fault(`${path}.inclusive`, 'noBound', {
    zh: '这个参数没有“含本数”之分。',
    en: 'This parameter is not a bound.',
  });
}

function noSource(path: string): RuleFault {
  return fault(`${path}.basis.source`, 'noSource', { zh: '请写明依据。', en: 'Name the basis.' });
}

function notAdopted(path: string, basis: Basis): RuleFault {
  return {
    ...fault(`${path}.basis.source`, 'notAdopted', {
      zh: '这是其他区县的做法，本批次采用须有文号。',
      en: 'This is an example of other districts; the batch adopts it by a document number.',
    }),
    basis,
    remedy: {
      zh: '请在依据中填写采用它的文件和文号，如 河组发〔2015〕18号。',
      en: 'Name the document with its number，such as 河组发〔2015〕18号.',
    },
  };
}
