import { describe, expect, it } from 'vitest';
import { LongLines } from './refuse-long.ts';

/** In pieces of every length, as a file arrives. */
const refused = (text: string, longest: number, piece: number) => () => {
  const lines = new LongLines(longest, 'characters');
  for (let from = 0; from < text.length; from += piece) {
    const part = text.slice(from, from + piece);
    lines.take({ length: part.length, at: (place) => part.charCodeAt(place) });
  }
};

describe.each([1, 2, 3, 100])('text in pieces of %i, before it is taken apart', (piece) => {
  it.each([
    ['a line', 'a\nbbbbbbbbbbbbb\nc'],
    ['a line of separators', 'a\n,,,,,,,,,,,,\nc'],
    ['a field in quotes over many lines', 'a,"b\nb\nb\nb\nb\nb\nb",c'],
    ['one that never ends', 'a,"b\nb\nb\nb\nb\nb\nb\nb'],
    ['one with doubled quotes', 'a,"b""\nb\nb\n"",\nb\nb",c'],
    ['one at the very beginning', '"b\nb\nb\nb\nb\nb\nb"'],
  ])('is refused when too long: %s', (_, text) => {
    expect(refused(text, 10, piece)).toThrow(/tooLarge/);
  });

  it.each([
    ['short lines', 'aaa\nbbb\nccc\nddd\neee'],
    ['short fields in quotes', '"a\na","b"\n"c","d\nd"\n"e"'],
    ['a quote inside a field opens none', '5" pipe\nb\nb\nb\nb\nb\nb\nb'],
    ['a quote that an end of a field follows closes', 'a,"b"x"\nb\nb\nb\nb\nb\nb'],
  ])('passes: %s', (_, text) => {
    expect(refused(text, 10, piece)).not.toThrow();
  });
});
