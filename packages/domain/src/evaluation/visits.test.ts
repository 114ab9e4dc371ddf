import { expect, test } from 'vitest';
import { attendance, groupsPresent, overPresent, visitGaps, type WrittenVisit } from './visits.ts';

const nobody = {
  ...{ villageCommittees: null, partyMembers: null, representatives: null, townshipCadres: null },
};
const whole: WrittenVisit = {
  ...{ heldOn: '2016-01-12', place: '村委会', host: '周立新', recorder: '吴桂芝' },
  ...{ teller: '吴桂芝', scrutineer: '王德厚', present: { ...nobody, partyMembers: 9 } },
};

test('a visit lacks what isn’t written, and somebody who came', () => {
  expect(visitGaps(whole)).toEqual([]);
  expect(visitGaps({ ...whole, teller: null }).map(({ zh }) => zh)).toEqual(['计票人']);
  expect(visitGaps({ ...whole, present: { ...nobody, partyMembers: 0 } })).toHaveLength(1);
  expect(visitGaps({ ...whole, heldOn: null, present: nobody })).toHaveLength(2);
});

test('ballots are expected of the groups that came', () => {
  expect(attendance(whole)).toBe(9);
  expect(groupsPresent(whole)).toEqual(['partyMembers']);
  expect(groupsPresent({ present: nobody })).toHaveLength(4);
  expect(overPresent('partyMembers', 9, 9)).toBeNull();
  expect(overPresent('partyMembers', 10, 9)?.zh).toContain('到会9人');
  expect(overPresent('partyMembers', 10, null)).toBeNull();
});
