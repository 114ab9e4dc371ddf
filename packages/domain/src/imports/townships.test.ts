import { describe, expect, it } from 'vitest';
import { districtCodeOf, districtName, townshipCodeOf, townshipUnitName } from './townships.ts';

describe('townships', () => {
  it('have an office by what they are: a town’s committee, a sub-district’s working committee', () => {
    expect(townshipUnitName('郑旺镇')).toBe('郑旺镇党委');
    expect(townshipUnitName('相公街道')).toBe('相公街道党工委');
    expect(townshipUnitName('相公街道办事处')).toBe('相公街道党工委');
    expect(townshipUnitName('凤凰岭工业园区')).toBe('凤凰岭工业园区党工委');
  });

  it('follow from a village’s code, and districts from theirs', () => {
    expect(townshipCodeOf('371312108279')).toBe('371312108000');
    expect(districtCodeOf('371312108000')).toBe('371312');
    expect(districtName('371312')).toBe('河东区');
    expect(districtName('999999')).toBe('999999');
  });
});
