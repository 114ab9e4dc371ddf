/** Characters that are handed on together: compressing line by line takes ten times as long. */
const together = 65_536;

/** Pieces of text as few large pieces of bytes. */
export function* batched(pieces: Iterable<string>): Generator<Buffer> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < together) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}
