import type { SheetBlock } from '@xuanpai/contracts/attendance';

/** One thing to do on a sheet: a block, or many of a kind at once. Never empty. */
export type ThingLeft = readonly [SheetBlock, ...SheetBlock[]];

/** Rows from which on what is missing is said together. */
const together = 5;

/**
 * What keeps a sheet from being signed (`blocksOf`), thing by thing as it is told and counted everywhere:
 * days that aren't filled, notes, reasons, and at the end the signatures as one.
 */
export function thingsLeft(blocks: readonly SheetBlock[]): ThingLeft[] {
  const unfilled = blocks.filter(({ code }) => code === 'unfilled');
  // What a row lacks is known once it is filled.
  const open = new Set(unfilled.map(({ assignmentId }) => assignmentId));
  const short = blocks.filter(
    ({ code, assignmentId }) => code === 'shortWithoutReason' && !open.has(assignmentId),
  );
  const many = unfilled.length > together;
  const single = blocks.filter(
    ({ code }) =>
      code !== 'notSigned' && (code !== 'unfilled' || !many) && code !== 'shortWithoutReason',
  );
  return [
    ...(many ? atOnce(unfilled) : []),
    ...oneByOne(single),
    ...(short.length > together ? atOnce(short) : oneByOne(short)),
    ...atOnce(blocks.filter(({ code }) => code === 'notSigned')),
  ];
}

const oneByOne = (blocks: readonly SheetBlock[]): ThingLeft[] => blocks.map((block) => [block]);

function atOnce([first, ...others]: readonly SheetBlock[]): ThingLeft[] {
  return first ? [[first, ...others]] : [];
}
