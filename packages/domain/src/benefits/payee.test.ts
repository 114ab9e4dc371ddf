import { describe, expect, it } from 'vitest';
import { isPersonalPayee } from './payee.ts';

describe('B4: whose account it is', () => {
  it.each([
    '王伟',
    '王 伟',
    '丙　某某',
    '张学村',
    '李会',
    '欧阳娜娜',
    '阿卜杜拉·买买提',
    'Wang Wei',
    '王伟（第一书记）',
    '王伟个人账户',
    '养马庄村经济合作社（王伟个人）',
  ])('%s: a person’s own', (payee) => {
    expect(isPersonalPayee(payee)).toBe(true);
  });

  it.each([
    '养马庄村经济合作社',
    '养马庄村',
    '水利局',
    '村集体',
    '财政所',
    '区财政局',
    '郑旺镇财政所（农村专户）',
    '河东区水利局',
    '李村村民委员会',
    '临沂沂州建设有限公司',
  ])('%s: not', (payee) => {
    expect(isPersonalPayee(payee)).toBe(false);
  });
});
