import { parseKeys } from '../lib/keyring.ts';
import type { Fault } from './fault.ts';
import type { Given } from './variables.ts';

/** Words of examples and manuals; a secret that holds one was copied, not made. */
const examples =
  /change[-_ ]?me|example|your[-_ ]|replace|password|secret|xuanpai|todo|请修改|示例|密钥|0123456789|abcdefgh/i;

/** Random values of 16 characters or more have more different ones than this. */
const fewest = 8;

const remedy = {
  zh: '请用 openssl rand -base64 32 生成一个',
  en: 'make one with: openssl rand -base64 32',
};

/** What makes the secrets of a system in real use worthless; says which, never what they are. */
export function weakSecrets(given: Given): Fault[] {
  const texts = (['JWT_SECRET', 'METRICS_TOKEN'] as const).flatMap((name) => {
    const weakness = given[name] === undefined ? null : weaknessOfText(given[name]);
    return weakness
      ? [{ name, zh: `${weakness.zh}，${remedy.zh}`, en: `${weakness.en}; ${remedy.en}` }]
      : [];
  });
  const keys = (['DATA_KEYS', 'HMAC_KEYS'] as const).flatMap((name) =>
    keyFaults(name, given[name]),
  );
  return [...texts, ...keys, ...sharedFaults(given)];
}

function weaknessOfText(text: string) {
  if (examples.test(text)) return { zh: '是示例中的值', en: 'is taken from an example' };
  if (isMonotonous([...text]))
    return { zh: '有规律，猜得出来', en: 'follows a pattern, it can be guessed' };
  return null;
}

function keyFaults(name: 'DATA_KEYS' | 'HMAC_KEYS', text: string | undefined): Fault[] {
  const keys = text === undefined ? [] : parseKeys(text);
  const faults = keys
    .filter(({ bytes }) => isMonotonous([...bytes]) || examples.test(bytes.toString('latin1')))
    .map(({ id }) => ({
      name,
      zh: `编号 ${id} 的密钥有规律，猜得出来，${remedy.zh}`,
      en: `key ${id} follows a pattern, it can be guessed; ${remedy.en}`,
    }));
  const ids = keys.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) {
    faults.push({ name, zh: `编号 ${twice} 出现了两次`, en: `the id ${twice} stands there twice` });
  }
  return faults;
}

/** A key that is used twice gives away in one place what it guards in another. */
function sharedFaults({ JWT_SECRET, METRICS_TOKEN, DATA_KEYS, HMAC_KEYS }: Given): Fault[] {
  const holders = new Map<string, string[]>();
  const hold = (name: string, value: string) =>
    holders.set(value, [...(holders.get(value) ?? []), name]);
  if (JWT_SECRET !== undefined) hold('JWT_SECRET', JWT_SECRET);
  if (METRICS_TOKEN !== undefined) hold('METRICS_TOKEN', METRICS_TOKEN);
  for (const [name, text] of Object.entries({ DATA_KEYS, HMAC_KEYS })) {
    for (const { bytes } of text === undefined ? [] : parseKeys(text)) {
      hold(name, bytes.toString('base64'));
    }
  }
  return [...holders.values()]
    .filter((names) => names.length > 1)
    .map((names) => ({
      name: [...new Set(names)].join('、'),
      zh: '同一个值用了两次，请各用各的',
      en: 'the same value is used twice, make one for each',
    }));
}

/** Few different parts, the same ones over and over, or each one more than the one before. */
function isMonotonous(parts: readonly (string | number)[]): boolean {
  if (new Set(parts).size < fewest) return true;
  const codes = parts.map((part) => (typeof part === 'string' ? (part.codePointAt(0) ?? 0) : part));
  const steps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0));
  if (steps.every((step) => step === 1) || steps.every((step) => step === -1)) return true;
  for (let period = 1; period <= parts.length / 2; period += 1) {
    if (parts.every((part, at) => at < period || part === parts[at - period])) return true;
  }
  return false;
}
