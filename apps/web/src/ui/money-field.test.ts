import { describe, expect, it } from 'vitest';
import { ui } from '../locales/zh/ui.ts';
import { moneyRule, positiveMoneyRule, readMoney } from './money-field.tsx';

describe('an amount as people type it', () => {
  it.each([
    ['30000', '30000.00'],
    ['３０，０００．５', '30000.50'],
    ['-12.34', '-12.34'],
  ])('%s is %s', (typed, amount) => {
    expect(readMoney(typed)).toBe(amount);
  });

  it.each(['三万', '1.234', '1e5', ''])('“%s” is none', (typed) => {
    expect(readMoney(typed)).toBeNull();
  });
});

describe('a form', () => {
  it('takes any amount for a figure, also a loss', async () => {
    await expect(moneyRule(ui).validator(null, '-1200.00')).resolves.toBeUndefined();
    await expect(moneyRule(ui).validator(null, '三万')).rejects.toThrow('三万');
  });

  it.each(['0.00', '-5.00', '1.234', '三万'])('refuses to pay %s', async (typed) => {
    await expect(positiveMoneyRule(ui).validator(null, typed)).rejects.toThrow('大于0');
  });

  it('pays what is more than nothing', async () => {
    await expect(positiveMoneyRule(ui).validator(null, '0.01')).resolves.toBeUndefined();
  });

  it.each([null, undefined, ''])('leaves %s to the rule that asks for it', async (typed) => {
    await expect(positiveMoneyRule(ui).validator(null, typed)).resolves.toBeUndefined();
  });
});
