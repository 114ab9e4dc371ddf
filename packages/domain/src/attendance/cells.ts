import {
  type Cell,
  cellOf,
  type Half,
  halvesOf,
  leaveKinds,
  type Mark,
  marks,
} from '@xuanpai/contracts/attendance-marks';

/** How a cell is kept: `first + 32 * second`, marks counted from 1, 0 for a half that isn't said. */
const shift = 32;
const numberOfHalf = new Map<Half, number>([
  ['none', 0],
  ...marks.map((mark, at) => [mark, at + 1] as const),
]);
const halfOfNumber: readonly Half[] = ['none', ...marks];

/** The number of a cell for the database; null is 未填. Throws for a text that is no cell. */
export function encodeCell(cell: Cell | null): number | null {
  if (cell === null) return null;
  const halves = halvesOf(cell);
  if (!halves) throw new RangeError(`not a cell: ${cell}`);
  const [first, second] = halves;
  return (numberOfHalf.get(first) ?? 0) + shift * (numberOfHalf.get(second) ?? 0);
}

/** The cell of a number as it is kept. */
export function decodeCell(kept: number | null): Cell | null {
  if (kept === null) return null;
  const known = decoded[kept];
  return known === undefined ? decode(kept) : known;
}

const decoded: (Cell | null)[] = Array.from({ length: shift * shift }, (_, kept) => decode(kept));

function decode(kept: number): Cell | null {
  const first = halfOfNumber[kept % shift];
  const second = halfOfNumber[Math.floor(kept / shift)];
  return first !== undefined && second !== undefined ? cellOf(first, second) : null;
}

const nothing: readonly Half[] = [];
const split = new Map<string, readonly Half[]>();

/** The halves of a cell, both of them; none of an empty one. */
export function halvesIn(cell: Cell | null | undefined): readonly Half[] {
  if (cell === null || cell === undefined) return nothing;
  let halves = split.get(cell);
  if (!halves) {
    halves = halvesOf(cell) ?? nothing;
    split.set(cell, halves);
  }
  return halves;
}

const leave: ReadonlySet<Half> = new Set(leaveKinds);

export function isLeave(half: Half): boolean {
  return leave.has(half);
}

/** Days by mark, halves as 0.5; what doesn't occur is left out. */
export function totalsOf(cells: Iterable<Cell | null>): Partial<Record<Mark, number>> {
  const totals: Partial<Record<Mark, number>> = {};
  for (const cell of cells) {
    for (const half of halvesIn(cell)) {
      if (half !== 'none') totals[half] = (totals[half] ?? 0) + 0.5;
    }
  }
  return totals;
}

/** Whether both halves of a workday are said: △ says enough, half a leave does not. */
export function isFilled(cell: Cell | null): boolean {
  const halves = halvesIn(cell);
  return halves.length > 0 && (!halves.includes('none') || halves.includes('village'));
}
