/**
 * The picture without what a camera wrote beside it (EXIF with the place, XMP, IPTC, comments, previews,
 * whatever follows the picture's end), its pixels untouched. The colour profile stays, and so does
 * which side is up: 1 to 8 as in EXIF. Throws `RangeError` when the picture ends too early.
 * Source: ITU-T T.81, annex B.
 */
export function strippedJpeg(bytes: Buffer, orientation: number): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  if (orientation > 1 && orientation <= 8) kept.push(orientationOnly(orientation));
  let at = 2;
  for (;;) {
    const { marker, start } = nextMarker(bytes, at);
    if (marker === endOfImage) return Buffer.concat([...kept, bytes.subarray(start, start + 2)]);
    if (isBare(marker)) {
      at = start + 2;
      continue;
    }
    const end = start + 2 + bytes.readUInt16BE(start + 2);
    if (end > bytes.length) throw new RangeError('segment');
    const data = marker === startOfScan ? endOfScan(bytes, end) : end;
    if (stays(marker, bytes.subarray(start + 4, end))) kept.push(bytes.subarray(start, data));
    at = data;
  }
}

const endOfImage = 0xd9;
const startOfScan = 0xda;
/** TEM and RSTn stand alone, without a length. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** Markers may be filled up with FF, and some cameras leave bytes before one, which no program reads. */
function nextMarker(bytes: Buffer, from: number): { marker: number; start: number } {
  let at = bytes.indexOf(0xff, from);
  if (at === -1) throw new RangeError('marker');
  while (bytes[at + 1] === 0xff) at += 1;
  const marker = bytes[at + 1];
  if (marker === undefined) throw new RangeError('end');
  return { marker, start: at };
}

/** Where the entropy-coded data ends: at the first marker that is no stuffing and no restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    const next = at === -1 ? undefined : bytes[at + 1];
    if (next === undefined) throw new RangeError('scan');
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += next === 0xff ? 1 : 2;
  }
}

/** Of the application segments only JFIF, the colour profile and Adobe's colour transform. */
function stays(marker: number, content: Buffer): boolean {
  const begins = (text: string) => content.subarray(0, text.length).toString('latin1') === text;
  if (marker === 0xe0) return begins('JFIF\0');
  if (marker === 0xe2) return begins('ICC_PROFILE\0');
  if (marker === 0xee) return begins('Adobe');
  return marker !== 0xfe && !(marker >= 0xe0 && marker <= 0xef);
}

/** An EXIF segment that says which side is up, and nothing else. */
function orientationOnly(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
