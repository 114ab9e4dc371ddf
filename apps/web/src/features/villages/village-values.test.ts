import { expect, it } from 'vitest';
import { type VillageDetail, villageChanges } from './village-values.ts';

const none = { netIncomePerHead: null, infrastructureInvestment: null };
const village = {
  years: [
    { year: 2014, operatingIncome: '1.00', ...none },
    { year: 2013, operatingIncome: '2.00', ...none },
  ],
  version: 4,
} as VillageDetail;
const values = { code: '371312108267', name: '大尤家村', townshipId: 't' };

it('sends a year taken out of the form as a year without figures', () => {
  const body = villageChanges(
    { ...values, years: [{ year: 2014, operatingIncome: '3.00' }] },
    village,
  );
  expect(body.years).toEqual([
    { year: 2014, operatingIncome: '3.00', ...none },
    { year: 2013, operatingIncome: null, ...none },
  ]);
  expect(body).toMatchObject({ households: null, version: 4 });
});
