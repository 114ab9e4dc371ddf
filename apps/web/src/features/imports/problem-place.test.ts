import { describe, expect, it } from 'vitest';
import { byPlace, nextPlace, placeAfter, rowOfPlace } from './problem-place.ts';

const problem = (row: number, field: string | null, code = 'required') => ({
  row,
  name: '',
  column: '',
  field,
  code,
  message: code,
  basis: null,
  remedy: null,
});
const problems = [problem(7, 'idNumber'), problem(7, 'idNumber', 'b'), problem(9, 'bornOn')];

describe('going through the problems', () => {
  it('F8 goes from cell to cell, and from the last to the first', () => {
    expect(nextPlace(problems, null)).toBe('7.idNumber');
    expect(nextPlace(problems, '7.idNumber')).toBe('9.bornOn');
    expect(nextPlace(problems, '9.bornOn')).toBe('7.idNumber');
    expect(nextPlace([], null)).toBeNull();
  });

  it('a correction stays where it is still wrong, else goes on', () => {
    expect(placeAfter(problems, '9.bornOn')).toBe('9.bornOn');
    expect(placeAfter(problems, '8.name')).toBe('9.bornOn');
    expect(placeAfter(problems, '20.name')).toBe('7.idNumber');
    expect(placeAfter([], '7.idNumber')).toBeNull();
  });

  it('a cell may have several problems, a row one of its own', () => {
    const places = byPlace([...problems, problem(11, null)]);
    expect(places.get('7.idNumber')).toHaveLength(2);
    expect(places.has('11.')).toBe(true);
    expect(rowOfPlace('11.')).toBe(11);
    expect(rowOfPlace(null)).toBeNull();
  });
});
