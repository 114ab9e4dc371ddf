/** What a picture needs to be shown as it was: pixels, palette, transparency, colours, size on paper. */
const needed = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'bKGD'],
  ...['cHRM', 'gAMA', 'sRGB', 'iCCP', 'sBIT', 'pHYs'],
]);

const signatureBytes = 8;

/**
 * The picture without texts, times, EXIF, private chunks, and whatever follows its end; its pixels
 * untouched. Throws `RangeError` when it ends too early. Source: PNG (third edition), 5.
 */
export function strippedPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, signatureBytes)];
  let at = signatureBytes;
  for (;;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) throw new RangeError('chunk');
    const name = bytes.subarray(at + 4, at + 8).toString('latin1');
    if (needed.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(kept);
    at = end;
  }
}
