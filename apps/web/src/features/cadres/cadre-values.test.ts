import { describe, expect, it } from 'vitest';
import {
  type CadreValues,
  cadreChanges,
  isCorrection,
  newCadreBody,
  valuesOf,
} from './cadre-values.ts';
import type { CadreDetail } from './queries.ts';

const typed: CadreValues = {
  name: '王伟',
  unitId: 'u',
  rank: 'clerk',
  staffingType: 'administrative',
  speciality: 'general',
  idNumber: '371399198005060017',
  joinedOn: '2011-11',
  fullMemberOn: '2012-11-08',
};
const kept = {
  ...typed,
  joinedOn: '2011-11-01',
  fullMemberOn: '2012-11-08',
  workingSince: null,
  version: 3,
} as unknown as CadreDetail;

describe('the form of a person', () => {
  it('sends a month as its first day and shows it as a month again', () => {
    expect(newCadreBody(typed)).toMatchObject({
      joinedOn: '2011-11-01',
      fullMemberOn: '2012-11-08',
    });
    expect(valuesOf(kept)).toMatchObject({ joinedOn: '2011-11', fullMemberOn: '2012-11-08' });
  });

  it('sends sealed fields only where something was typed', () => {
    const { idNumber: _, ...without } = typed;
    const body = cadreChanges({ ...without, homeAddress: '', health: '健康' }, 3);
    expect(body).toMatchObject({ health: '健康', version: 3 });
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['idNumber']));
    expect('homeAddress' in body).toBe(false);
  });

  it('is a correction only when a Party date differs from the register', () => {
    expect(isCorrection({ joinedOn: '2011-11', fullMemberOn: '2012-11-08' }, kept)).toBe(false);
    expect(isCorrection({ joinedOn: '2011-10', fullMemberOn: '2012-11-08' }, kept)).toBe(true);
    expect(isCorrection({ joinedOn: '2011-11', fullMemberOn: '' }, kept)).toBe(true);
  });
});
