import type { Me } from '@xuanpai/contracts/auth';
import { roleWords } from '@xuanpai/contracts/words';
import { word } from '../locales/word.ts';
import { currentLanguage } from './language.ts';

type Grant = Me['roles'][number];

/** A role with its scope: 郑旺镇组织干事, 区财政局联络员, 区委组织部. */
export function grantName(grant: Pick<Grant, 'role' | 'townshipName' | 'unitName'>): string {
  const name = word(roleWords[grant.role]);
  const scope = grant.townshipName ?? grant.unitName;
  if (!scope) return name;
  return currentLanguage() === 'zh'
    ? scope + name.replace(/^(镇街|派出单位)/, '')
    : `${name}, ${scope}`;
}

/** From when to when: 自2015-05-01起至2015-07-31止; "" where it is open. Days included. */
export function termText(term: { startsOn: string | null; endsOn: string | null }): string {
  const { startsOn, endsOn } = term;
  const chinese = currentLanguage() === 'zh';
  const from = startsOn && (chinese ? `自${startsOn}起` : `from ${startsOn}`);
  const to = endsOn && (chinese ? `至${endsOn}止` : `until ${endsOn}`);
  return [from, to].filter(Boolean).join(chinese ? '' : ' ');
}
