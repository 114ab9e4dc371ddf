import { sheetLimits } from '../../../lib/sheet/sheet-limits.ts';

/** Bytes of a template: a letterhead with a picture takes some hundred kilobytes. */
export const templateBytes = 5 * 1024 * 1024;

/** Bytes of all parts read, after inflating. */
export const docxLimits = { ...sheetLimits, inflatedBytes: 64 * 1024 * 1024 };

/** Characters of the text with its marks: a letter of ten pages has 300,000. */
export const longestText = 3_000_000;
