import { auditEntityWords } from '@xuanpai/contracts/audit-entity-words';
import { auditActionWords } from '@xuanpai/contracts/audit-words';
import type { Json } from '@xuanpai/contracts/values';
import {
  categoryWords,
  managementAuthorityWords,
  postWords,
  rankWords,
  roleWords,
  sexWords,
  specialityWords,
  staffingTypeWords,
  tierWords,
  unitKindWords,
  villageKindWords,
  type Word,
} from '@xuanpai/contracts/words';
import { termText } from '../../lib/role-name.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';

/** An act in words; one that this page doesn't know yet by its code. */
export function actionName(action: string): string {
  const words = auditActionWords[action];
  return words ? word(words) : action;
}

export function entityName(entity: string): string {
  const words = auditEntityWords[entity];
  return words ? word(words) : entity;
}

export function fieldName(field: string, text: Dictionary['audit']): string {
  const names: Readonly<Record<string, string>> = text.fields;
  return names[field] ?? field;
}

type Words = Readonly<Record<string, Word>>;

/** What an import was of, as the rows of it are called. */
const registers: Readonly<Record<string, string>> = {
  regions: 'region',
  villages: 'village',
  units: 'unit',
  cadres: 'cadre',
};

/** Fields that hold codes, with the words of the codes. */
const codes: Readonly<Record<string, Words>> = {
  category: categoryWords,
  kind: unitKindWords,
  kinds: villageKindWords,
  managementAuthority: managementAuthorityWords,
  post: postWords,
  rank: rankWords,
  sex: sexWords,
  speciality: specialityWords,
  staffingType: staffingTypeWords,
  strengths: specialityWords,
  tier: tierWords,
  tierOverride: tierWords,
};

/** A value as a person reads it: codes in words, lists with 、, nothing as –. */
export function valueText(
  field: string,
  value: Json | undefined,
  text: Dictionary['audit'],
): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (Array.isArray(value)) {
    return value.length === 0 ? '–' : value.map((one) => valueText(field, one, text)).join('、');
  }
  if (typeof value === 'object') {
    const parts = Object.entries(value).map(
      ([key, inner]) => `${fieldName(key, text)} ${valueText(key, inner, text)}`,
    );
    return parts.join('，');
  }
  const code = String(value);
  if (field === 'roles') return roleText(code);
  if (field === 'kind' && registers[code]) return entityName(registers[code]);
  const words = codes[field]?.[code];
  return words ? word(words) : code;
}

/** `officer:郑旺镇`, `planner::2015-05-01/2015-07-31`, as the log keeps a role with scope and term. */
function roleText(role: string): string {
  const [code = '', scope, term = ''] = role.split(':');
  const [startsOn = '', endsOn = ''] = term.split('/');
  const words: Words = roleWords;
  const name = words[code] ? word(words[code]) : code;
  const more = [scope, termText({ startsOn, endsOn })].filter((part) => part);
  return more.length > 0 ? `${name}（${more.join('，')}）` : name;
}
