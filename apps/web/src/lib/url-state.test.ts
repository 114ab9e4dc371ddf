import { listVillages } from '@xuanpai/contracts/villages';
import { expect, test } from 'vitest';
import { applyChanges, readList } from './url-state.ts';

function read(address: string) {
  return readList(new URLSearchParams(address), listVillages.query);
}

test('an empty address is the first page in the usual order', () => {
  expect(read('')).toMatchObject({ page: 1, pageSize: 50, sort: 'code', values: {} });
});

test('filters, order and page are read from the address', () => {
  expect(read('tiers=city,district&q=尤家&sort=-name&page=3&pageSize=200')).toMatchObject({
    page: 3,
    pageSize: 200,
    sort: '-name',
    values: { tiers: 'city,district', q: '尤家' },
  });
});

test('what the list does not take is passed over, so that a wrong link still opens', () => {
  expect(read('tiers=moon&sort=price&page=-4&pageSize=7&unknown=1')).toMatchObject({
    page: 1,
    pageSize: 50,
    sort: 'code',
    values: {},
  });
});

test('empty values leave the address, lists are joined, the rest stays', () => {
  const before = new URLSearchParams('batch=b&tiers=city&page=4');
  const after = applyChanges(before, { tiers: ['city', 'township'], page: null, q: '' });
  expect(after.toString()).toBe('batch=b&tiers=city%2Ctownship');
});
