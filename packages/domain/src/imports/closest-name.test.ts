import { describe, expect, it } from 'vitest';
import { closestName } from './closest-name.ts';

const units = ['区农业局', '区财政局', '区教育体育局', '区人民医院'];

describe('the name that was probably meant', () => {
  it.each([
    ['农业局', '区农业局'],
    ['区教体局', '区教育体育局'],
    ['区财政 局', '区财政局'],
    ['区人民医院(本部)', '区人民医院'],
  ])('for %s is %s', (written, meant) => {
    expect(closestName(written, units)).toBe(meant);
  });

  it('is nobody’s where too little is common', () => {
    expect(closestName('市卫生健康委员会', units)).toBeNull();
    expect(closestName('', units)).toBeNull();
  });
});
