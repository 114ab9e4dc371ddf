import { type SheetAct, sheetActs, sheetStatuses } from '@xuanpai/contracts/attendance';
import { may, type Permission } from '@xuanpai/contracts/permissions';
import { describe, expect, it } from 'vitest';
import { actFits, isEditable, statusAfter, transitions } from './acts.ts';

/** Every act that a sheet allows, and what it is afterwards; all others are refused. */
const allowed: Record<string, Partial<Record<SheetAct, string>>> = {
  draft: { sign: 'signed' },
  signed: { submit: 'submitted', withdraw: 'draft', reopen: 'returned' },
  submitted: {
    withdraw: 'draft',
    confirm: 'confirmed',
    return: 'returned',
    reopen: 'returned',
  },
  returned: { sign: 'signed' },
  confirmed: { askCorrection: 'confirmed', reopen: 'returned' },
  'confirmed, correction asked': {
    approveCorrection: 'draft',
    refuseCorrection: 'confirmed',
    reopen: 'returned',
  },
};

describe('a sheet', () => {
  for (const status of sheetStatuses) {
    for (const correctionAsked of [false, true]) {
      // The database knows a correction of confirmed sheets only.
      if (correctionAsked && status !== 'confirmed') continue;
      const name = correctionAsked ? `${status}, correction asked` : status;
      it(`${name}: exactly these acts`, () => {
        const found = sheetActs
          .filter((act) => actFits(act, { status, correctionAsked }))
          .map((act) => [act, statusAfter(act, status)]);
        expect(Object.fromEntries(found)).toEqual(allowed[name]);
      });
    }
  }

  it('is written in while the township works on it', () => {
    expect(sheetStatuses.filter(isEditable)).toEqual(['draft', 'returned']);
  });

  it('is signed by the head, written by the officer, decided on by the planner', () => {
    const roles = [
      'planner',
      'office',
      'officer',
      'head',
      'inspector',
      'liaison',
      'leader',
    ] as const;
    const who = (permission: Permission | null) =>
      roles.filter((role) => permission !== null && may([role], permission));
    expect(Object.fromEntries(sheetActs.map((act) => [act, who(transitions[act].by)]))).toEqual({
      sign: ['head'],
      submit: ['officer'],
      withdraw: ['officer'],
      confirm: ['planner'],
      return: ['planner'],
      askCorrection: ['officer'],
      approveCorrection: ['planner'],
      refuseCorrection: ['planner'],
      reopen: [],
    });
  });
});
