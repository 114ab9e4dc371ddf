import { CompoundFile, isCompoundFile } from './old-office.ts';
import { LongLines } from './refuse-long.ts';
import { SheetRefused } from './sheet-refused.ts';

/** Bytes of a line of text, or of a field in quotes; offices write hundreds. */
const longestLine = 8 * 1024 * 1024;

export type SheetFormat = 'workbook' | 'text';

/**
 * Whether the bytes are a workbook or delimited text, by what can be seen without unpacking anything.
 * Throws SheetRefused for everything else: for such a file no thread is started.
 */
export function formatAtSight(bytes: Uint8Array, filename: string): SheetFormat {
  const sight = new Sight(filename);
  sight.take(bytes);
  return sight.end();
}

/**
 * The same of a file that comes in pieces: what is no sheet is refused with the piece that shows it.
 * All pieces but the last have a multiple of 128 bytes.
 */
export class Sight {
  readonly #filename: string;
  #seen: SeenAs | null = null;

  constructor(filename: string) {
    this.#filename = filename;
  }

  /** Throws SheetRefused. */
  take(piece: Uint8Array): void {
    this.#seen ??= seenAs(piece, this.#filename);
    this.#seen.take(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
  }

  /** To be called after the last piece. Throws SheetRefused. */
  end(): SheetFormat {
    return (this.#seen ?? seenAs(new Uint8Array(), this.#filename)).end();
  }
}

/** What a file is by its first bytes, and what is looked for in the others. */
interface SeenAs {
  take(piece: Buffer): void;
  end(): SheetFormat;
}

function seenAs(start: Uint8Array, filename: string): SeenAs {
  if (isCompoundFile(start)) return new CompoundFile();
  if (start[0] === 0x50 && start[1] === 0x4b) return { take: () => {}, end: () => 'workbook' };
  if (!/\.(?:csv|txt|tsv)$/i.test(filename)) throw new SheetRefused('notWorkbook');
  return start[0] === 0xff && start[1] === 0xfe ? units() : bytes();
}

function bytes(): SeenAs {
  const lines = new LongLines(longestLine, 'bytes');
  return {
    take(piece) {
      if (piece.includes(0)) throw new SheetRefused('notWorkbook');
      lines.take({ length: piece.length, at: (place) => piece[place] ?? 0 });
    },
    end: () => 'text',
  };
}

/** UTF-16. */
function units(): SeenAs {
  const lines = new LongLines(longestLine, 'characters');
  return {
    take: (piece) =>
      lines.take({ length: piece.length >> 1, at: (place) => piece.readUInt16LE(2 * place) }),
    end: () => 'text',
  };
}
