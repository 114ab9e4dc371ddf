import { toDate } from '@xuanpai/database/dates';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, type TestReply } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';
import { addCadre, type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';

let district: SmallDistrict;
let own: string;
beforeAll(async () => {
  district = await startSmallDistrict(day('2015-09-01'));
  const { office, units, villages, batchId } = district;
  own = await addCadre(office, units.郑旺镇党委);
  await office.db.prisma.assignment.create({
    data: {
      ...{ batchId, cadreId: own, villageId: villages.友谊村, tier: 'township' },
      ...{ post: 'firstSecretary', kind: 'attached', startsOn: toDate(day('2015-06-01')) },
      documentNumber: '河组发〔2015〕18号',
    },
  });
});
afterAll(() => district.office.close());

const as = (user: string) => district.office.as(user);
const codes = ({ body }: TestReply) => body.errors.map(({ code }: { code: string }) => code);
const text = (more: object = {}) => ({
  ...{ townshipId: district.townships.郑旺镇, title: '交通补助', content: '每月按在村天数补助。' },
  ...{ documentNumber: '郑发〔2015〕12号', startsOn: '2015-06-01', endsOn: null, ...more },
});

test('an officer enters the township’s text and amounts by person; others read or see nothing', async () => {
  const made = accepted(await as('officer').post('/api/township-benefits', text())).body;
  const path = `/api/township-benefits/${made.id}`;
  const amount = { cadreId: own, givenOn: '2015-08-31', amount: '300.50' };
  const with1 = accepted(await as('head').post(`${path}/amounts`, amount)).body;
  expect(with1).toMatchObject({ total: '300.50', amounts: [{ amount: '300.50', cadreId: own }] });
  const kept = await as('officer').delete(`${path}?version=1`);
  expect([kept.status, codes(kept)]).toEqual([400, ['amountsThere']]);
  expect((await as('officer2').post(`${path}/amounts`, amount)).status).toBe(404);
  const early = await as('head').post(`${path}/amounts`, { ...amount, givenOn: '2015-05-31' });
  expect([early.status, codes(early)]).toEqual([400, ['tooEarly']]);
  const { townshipId: __, ...later } = { ...text({ startsOn: '2015-09-01' }), version: 1 };
  expect(codes(await as('officer').patch(path, later))).toEqual(['afterGiven']);
  expect((await as('officer2').get('/api/township-benefits')).body.items).toEqual([]);
  expect((await as('office').get('/api/township-benefits')).body.items).toMatchObject([
    { title: '交通补助', changeable: false },
  ]);
  const changed = { ...text({ endsOn: '2017-05-31' }), version: 1 };
  const { townshipId: _, ...body } = changed;
  expect(accepted(await as('officer').patch(path, body)).body.endsOn).toBe('2017-05-31');
  expect((await as('officer').patch(path, body)).status).toBe(409);
  const [line] = with1.amounts;
  expect(accepted(await as('officer').delete(`${path}/amounts/${line.id}`)).body.total).toBe(
    '0.00',
  );
  expect((await as('officer').delete(`${path}?version=2`)).status).toBe(204);
});

test('only for the township’s own cadres, with days that fit', async () => {
  const wrong = await as('officer').post('/api/township-benefits', text({ endsOn: '2015-05-31' }));
  expect(codes(wrong)).toEqual(['endsBefore']);
  const { id } = accepted(await as('officer').post('/api/township-benefits', text())).body;
  const district1 = await addCadre(district.office, district.units.区财政局);
  const amount = { cadreId: district1, givenOn: '2015-10-01', amount: '1.00' };
  const refused = await as('officer').post(`/api/township-benefits/${id}/amounts`, amount);
  expect(codes(refused)).toEqual(['notTownshipCadre', 'ahead']);
  // No line is so large that the sums of everybody's list overflow.
  const huge = { ...amount, amount: '10000000.00' };
  const { status } = await as('officer').post(`/api/township-benefits/${id}/amounts`, huge);
  expect(status).toBe(400);
  const foreign = text({ townshipId: district.townships.朝阳街道 });
  expect((await as('officer').post('/api/township-benefits', foreign)).status).toBe(404);
  expect((await as('liaison').get('/api/township-benefits')).status).toBe(403);
});
