const invisible = /[\p{Cf}\u2028\u2029]/gu;

/** Most cells have printable ASCII and common characters alone, which stay as they are in every form. */
const unusual = /[^\x21-\x7e\u4e00-\u9fff]/;

/**
 * The text in one form, for parsing and comparing: NFKC (full-width letters, digits and punctuation
 * become half-width), no invisible characters, runs of spaces and line breaks one space, trimmed.
 */
export function normalText(text: string): string {
  if (!unusual.test(text)) return text;
  return text.replace(invisible, '').normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/**
 * The text as the register keeps it: full-width digits, letters and spaces become half-width and
 * spaces are collapsed, while Chinese punctuation （，：“”） stays, since letters print it.
 */
export function tidyText(text: string): string {
  if (!unusual.test(text)) return text;
  return text
    .replace(invisible, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => wide.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A person's name: the spaces that pad two characters to the width of three are dropped
 * (王  伟 → 王伟), the dot of other nationalities' names is written · without spaces, and Latin names
 * keep single spaces.
 */
export function personName(text: string): string {
  return tidyText(text)
    .replace(/\s*[·•‧∙⋅・･˙]\s*/g, '·')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
}

/** What lists are searched by: NFKC, lower case, no spaces. */
export function searchKey(text: string): string {
  return normalText(text).toLowerCase().replace(/ /g, '');
}

/**
 * A whole number, also when it was typed as text: １２, "12.0", "1,234", "'7". Null when the text is
 * anything else, blank included.
 */
export function wholeNumber(text: string): number | null {
  const plain = normalText(text).replace(/^['’]/, '').replace(/ /g, '');
  if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.0*)?$/.test(plain)) return null;
  const value = Number(plain.replaceAll(',', ''));
  return Number.isSafeInteger(value) ? value + 0 : null;
}

/**
 * The number in front of a row (序号), in whatever way it was typed: 3, ３, "3.", "3、", "(3)", ③.
 * Null when there is none.
 */
export function serialNumber(text: string): number | null {
  return wholeNumber(
    normalText(text)
      .replace(/^\((.+)\)$/, '$1')
      .replace(/[.、]$/, ''),
  );
}

/**
 * Parts of a list written with 、 , ; / line breaks or spaces, tidied, each once, blanks left out.
 * Brackets hold together: 张三（农业局、挂职）、李四 is two.
 */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text.replace(invisible, '')) {
    if (/[（(]/.test(character)) depth += 1;
    if (/[）)]/.test(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[、,，;；/／\s]/.test(character)) {
      parts.push(part);
      part = '';
    } else {
      part += character;
    }
  }
  parts.push(part);
  return [...new Set(parts.map(tidyText).filter((word) => word !== ''))];
}
