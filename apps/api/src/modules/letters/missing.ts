import type { LetterSource } from '@xuanpai/contracts/letter-kinds';
import type { MissingValue } from '@xuanpai/contracts/letters';
import type { Language, Text } from '@xuanpai/contracts/text';
import type { Missing } from '@xuanpai/domain/letters/content';

/** Where a value is filled in. */
const remedies: Record<LetterSource, Text> = {
  cadre: {
    zh: '在“名册—干部”中打开此人补填。',
    en: 'Open the person in the register and fill it in.',
  },
  unit: { zh: '在“名册—单位”中补填。', en: 'Fill it in in the register of units.' },
  township: {
    zh: '在“名册—单位”中登记该镇街的党（工）委。',
    en: 'Register the township’s Party committee as a unit.',
  },
  assignment: { zh: '在“任职”中补填任期。', en: 'Fill in the term of the post.' },
  membership: {
    zh: '在本页“组织关系”中填写，可成批填写。',
    en: 'Fill it in on this page, for many at once if you like.',
  },
};

export function presentMissing(
  { tag, name, source, sourceId }: Missing,
  language: Language,
): MissingValue {
  const message = {
    zh: `${name}：缺“${tag.name}”（${tag.meaning.zh}）。`,
    en: `${name}: “${tag.name}” (${tag.meaning.en}) is missing.`,
  };
  const remedy = remedies[source];
  return {
    ...{ tag: tag.name, whose: name, source, sourceId },
    message: message[language],
    remedy: remedy[language],
  };
}
