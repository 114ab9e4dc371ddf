import { type EvidenceType, evidenceLimits } from '@xuanpai/contracts/evidence';
import { maskIdNumbers } from '../office/id-number.ts';

const endings: Record<string, EvidenceType> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  jpe: 'jpeg',
  jfif: 'jpeg',
  png: 'png',
  docx: 'docx',
  xlsx: 'xlsx',
};

/** Control and format characters: among them those that turn the direction of writing round. */
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
/** What Windows allows in no name. */
const forbidden = /[<>:"|?*]/g;

/**
 * A file's name as it is kept: without the folders of somebody's machine, invisible characters, and ID
 * numbers in full; cut to 120 characters with its ending kept. Never empty.
 */
export function evidenceName(given: string): string {
  const bare = given.split(/[\\/]/).at(-1) ?? '';
  const plain = maskIdNumbers(bare.replace(invisible, '').replace(forbidden, '_')).trim();
  const name = plain.replace(/^\.+/, '').replace(/[. ]+$/, '') || '附件';
  const letters = [...name];
  if (name.length <= evidenceLimits.name) return name;
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? '';
  const most = evidenceLimits.name - ending.length;
  let kept = '';
  for (const letter of letters) {
    if (kept.length + letter.length > most) break;
    kept += letter;
  }
  return kept + ending;
}

/** What a file says that it is, by its name's ending; null: none of what is taken. */
export function typeByName(name: string): EvidenceType | null {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(endings, ending) ? (endings[ending] ?? null) : null;
}
