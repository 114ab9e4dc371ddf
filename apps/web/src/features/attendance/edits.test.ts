import { expect, test } from 'vitest';
import { bodyOf, editsOf, firstOf, nameOf, placeOf } from './edits.ts';

const edits = editsOf([
  { assignmentId: 'a', field: 'note', day: '2015-06-01', was: null, is: '开会' },
  { assignmentId: 'a', field: 'cell', day: '2015-06-01', was: null, is: 'village' },
  { assignmentId: 'a', field: 'signedOn', day: null, was: null, is: '2015-06-30' },
]);

test('a name tells its place', () => {
  const names = ['a/2015-06-01/note', 'a/2015-06-01', 'a/signedOn'];
  expect([...edits.keys()]).toEqual(names);
  expect(names.map((name) => nameOf(placeOf(name)))).toEqual(names);
});

test('the body of a request holds each kind in its place', () => {
  expect(bodyOf(edits)).toEqual({
    changes: [{ assignmentId: 'a', day: '2015-06-01', was: null, is: 'village' }],
    notes: [{ assignmentId: 'a', day: '2015-06-01', was: null, is: '开会' }],
    entries: [{ assignmentId: 'a', field: 'signedOn', was: null, is: '2015-06-30' }],
  });
});

test('cells go first and by themselves', () => {
  expect([...firstOf(edits).keys()]).toEqual(['a/2015-06-01']);
  const others = new Map([...edits].filter(([name]) => placeOf(name).field !== 'cell'));
  expect([...firstOf(others).keys()]).toEqual(['a/2015-06-01/note', 'a/signedOn']);
});
