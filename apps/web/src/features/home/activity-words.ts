import { auditActionWords } from '@xuanpai/contracts/audit-words';
import type { Json } from '@xuanpai/contracts/values';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { Activity } from './home-values.ts';

/** What was done, in a sentence; acts that have none of their own by their name and whom they touched. */
export function activityText({ action, params }: Activity, text: Dictionary['home']): string {
  switch (action) {
    case 'import.commit':
      return imported(params, text);
    case 'nomination.confirmMembership':
      return text.did.confirmMembership(number(params.count));
    case 'nomination.replace':
      return text.did.replace(said(params.unit), said(params.name), said(params.by));
    case 'plan.publish':
      return text.did.publish(said(params.name), said(params.documentNumber));
    default: {
      const known = auditActionWords[action];
      return text.did.other(known ? word(known) : action, said(params.name));
    }
  }
}

/** 导入区直人选144名: the rows that were written, by what they are. */
function imported(params: Activity['params'], text: Dictionary['home']): string {
  const { kind, counts } = params;
  const count = (name: string) => (isObject(counts) ? number(counts[name]) : 0);
  const written = count('new') + count('changed');
  switch (kind) {
    case 'regions':
    case 'villages':
    case 'units':
      return text.did.imported[kind](written);
    case 'cadres':
      return text.did.imported.cadres(count('district'), count('township'));
    default:
      return text.did.other(said(kind), said(params.filename));
  }
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function number(value: Json | undefined): number {
  return typeof value === 'number' ? value : 0;
}

function said(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
