import { leaveKinds, markWords } from '@xuanpai/contracts/attendance-marks';
import { describe, expect, it } from 'vitest';
import { contradictionsOf, type Finding } from './contradictions.ts';
import type { ApprovedLeave } from './leave-days.ts';
import { leaveOn } from './leave-days.ts';
import { day, leaveOf, logged } from './testing-month.ts';

const on = '2015-06-10';

function found(text: string | null, leaves: ApprovedLeave[], findings: Partial<Finding>[] = []) {
  return contradictionsOf({
    assignmentId: 'a',
    cadreName: '王伟',
    days: text === null ? new Map() : logged(text, on),
    leaves,
    findings: findings.map((finding, index) => ({
      id: `finding ${index}`,
      day: day(on),
      half: null,
      found: 'elsewhere',
      resolved: false,
      ...finding,
    })),
  }).map(({ kind, words }) => [kind, words.zh]);
}

describe('the log against leave', () => {
  it('is of one mind with it', () => {
    for (const kind of leaveKinds) expect(found(kind, [leaveOf(kind, on)])).toEqual([]);
    const afternoon = leaveOf('sickLeave', on, on, { startsAtNoon: true });
    for (const text of [
      'village/sickLeave',
      'village/none',
      'none/sickLeave',
      'office/sickLeave',
    ]) {
      expect(found(text, [afternoon])).toEqual([]);
    }
    expect(found('rest', [leaveOf('annualLeave', on)])).toEqual([]);
    expect(found(null, [leaveOf('annualLeave', on)])).toEqual([]);
    expect(found('village', [])).toEqual([]);
  });

  it('says a leave that nobody approved, or another one', () => {
    expect(found('personalLeave', [])).toEqual([
      ['leaveNotApproved', '王伟6月10日登记为事假，没有批准的请假，不减应到天数'],
    ]);
    expect(found('personalLeave', [leaveOf('sickLeave', on)])).toEqual([
      ['leaveNotApproved', '王伟6月10日登记为事假，批准的是病假'],
    ]);
    // Approved for the afternoon only.
    const afternoon = leaveOf('sickLeave', on, on, { startsAtNoon: true });
    expect(found('sickLeave', [afternoon]).map(([kind]) => kind)).toEqual(['leaveNotApproved']);
    expect(found('sickLeave/village', [afternoon]).length).toBe(1);
  });

  it('says something else on a day of approved leave', () => {
    for (const text of ['village', 'office', 'errand', 'unaccounted', 'absent'] as const) {
      expect(found(text, [leaveOf('annualLeave', on)])).toEqual([
        ['markedOnLeave', `王伟6月10日已批准年休假，登记为${markWords[text].zh}`],
      ]);
    }
    expect(found('village/annualLeave', [leaveOf('annualLeave', on)]).length).toBe(1);
  });
});

describe('the log against a finding', () => {
  it.each([
    ['village', 'elsewhere', null, true],
    ['village', 'elsewhere', 1, true],
    ['village/office', 'elsewhere', null, false],
    ['village/office', 'elsewhere', 1, true],
    ['village/office', 'elsewhere', 2, false],
    ['village/none', 'elsewhere', null, false],
    ['village/none', 'elsewhere', 2, false],
    ['errand', 'elsewhere', null, false],
    ['office', 'elsewhere', null, false],
    [null, 'elsewhere', null, false],
    ['village', 'there', null, false],
    ['office', 'there', null, true],
    ['office', 'there', 2, true],
    ['village/office', 'there', null, false],
    ['village/office', 'there', 2, true],
    ['none/office', 'there', null, false],
    ['sickLeave', 'there', 1, true],
    [null, 'there', null, false],
  ] as const)('%s, found %s in half %s: %s', (text, where, half, differs) => {
    const kinds = found(text, text === 'sickLeave' ? [leaveOf('sickLeave', on)] : [], [
      { found: where, half },
    ]).map(([kind]) => kind);
    const kind = where === 'there' ? 'foundThere' : 'foundElsewhere';
    expect(kinds).toEqual(differs ? [kind] : []);
  });

  it('ends when it is resolved, and concerns its own day', () => {
    expect(found('village', [], [{ resolved: true }])).toEqual([]);
    expect(found('village', [], [{ day: day('2015-06-11') }])).toEqual([]);
    expect(found('village', [], [{}, {}]).length).toBe(2);
  });
});

describe('a leave', () => {
  it('explains its days, from noon and till noon', () => {
    const leave = leaveOf('familyLeave', '2016-02-28', '2016-03-01', {
      startsAtNoon: true,
      endsAtNoon: true,
    });
    const halves = ['2016-02-27', '2016-02-28', '2016-02-29', '2016-03-01', '2016-03-02'].map(
      (one) => leaveOn([leave], day(one)).map((kind) => kind !== null),
    );
    expect(halves).toEqual([
      [false, false],
      [false, true],
      [true, true],
      [true, false],
      [false, false],
    ]);
  });

  it('of the morning and another of the afternoon stand side by side', () => {
    const leaves = [
      leaveOf('sickLeave', on, on, { endsAtNoon: true }),
      leaveOf('annualLeave', on, on, { startsAtNoon: true }),
    ];
    expect(leaveOn(leaves, day(on))).toEqual(['sickLeave', 'annualLeave']);
    expect(found('sickLeave/annualLeave', leaves)).toEqual([]);
  });
});
