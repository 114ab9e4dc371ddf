import { SheetRefused } from './sheet-refused.ts';

const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const entrySize = 128;
const nameLengthAt = 64;

/** Whether the bytes are an OLE2 compound file: binary Office files, and encrypted ones of any kind. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return signature.equals(bytes.subarray(0, signature.length));
}

/**
 * Says what a compound file is, by the names in its directory ([MS-CFB] 2.6), whose entries stand at
 * multiples of 128: so do the pieces that it is taken in.
 */
export class CompoundFile {
  #isEncrypted = false;
  #isOldXls = false;

  take(piece: Buffer): void {
    this.#isEncrypted ||= hasStream(piece, 'EncryptedPackage');
    this.#isOldXls ||= hasStream(piece, 'Workbook') || hasStream(piece, 'Book');
  }

  /** Throws SheetRefused: none of them can be read. */
  end(): never {
    if (this.#isEncrypted) throw new SheetRefused('encrypted');
    throw new SheetRefused(this.#isOldXls ? 'oldXls' : 'notWorkbook');
  }
}

function hasStream(buffer: Buffer, name: string): boolean {
  const wanted = Buffer.from(`${name}\0`, 'utf16le');
  for (let at = buffer.indexOf(wanted); at !== -1; at = buffer.indexOf(wanted, at + 2)) {
    const inDirectory = at % entrySize === 0 && at + nameLengthAt + 2 <= buffer.length;
    if (inDirectory && buffer.readUInt16LE(at + nameLengthAt) === wanted.length) return true;
  }
  return false;
}
