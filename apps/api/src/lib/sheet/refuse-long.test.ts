import { describe, expect, it } from 'vitest';
import { refuseLong } from './refuse-long.ts';

const refused = (text: string, longest: number) => () =>
  refuseLong(
    { length: text.length, at: (place) => text.charCodeAt(place), unit: 'characters' },
    longest,
  );

describe('text before it is taken apart', () => {
  it.each([
    ['a line', 'a\nbbbbbbbbbbbbb\nc'],
    ['a line of separators', 'a\n,,,,,,,,,,,,\nc'],
    ['a field in quotes over many lines', 'a,"b\nb\nb\nb\nb\nb\nb",c'],
    ['one that never ends', 'a,"b\nb\nb\nb\nb\nb\nb\nb'],
    ['one with doubled quotes', 'a,"b""\nb\nb\n"",\nb\nb",c'],
    ['one at the very beginning', '"b\nb\nb\nb\nb\nb\nb"'],
  ])('is refused when too long: %s', (_, text) => {
    expect(refused(text, 10)).toThrow(/tooLarge/);
  });

  it.each([
    ['short lines', 'aaa\nbbb\nccc\nddd\neee'],
    ['short fields in quotes', '"a\na","b"\n"c","d\nd"\n"e"'],
    ['a quote inside a field opens none', '5" pipe\nb\nb\nb\nb\nb\nb\nb'],
    ['a quote that an end of a field follows closes', 'a,"b"x"\nb\nb\nb\nb\nb\nb'],
  ])('passes: %s', (_, text) => {
    expect(refused(text, 10)).not.toThrow();
  });
});
