import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { addPerson } from '../../testing-sign-in.ts';
import { nominee, uploadNominees } from './testing-sheets.ts';

let district: SmallDistrict;
let id = '';
beforeAll(async () => {
  district = await startSmallDistrict();
  id = (await uploadNominees(district, nominee())).body.id;
});
afterAll(() => district.office.close());

const others = ['head', 'inspector', 'liaison', 'leader', 'admin', 'auditor'];

describe('imports', () => {
  const asked = async (username: string) => {
    const caller = district.office.as(username);
    const replies = [
      await caller.get('/api/imports'),
      await caller.get(`/api/imports/${id}`),
      await caller.get(`/api/imports/${id}/rows`),
      await caller.patch(`/api/imports/${id}`, { version: 1 }),
      await caller.post(`/api/imports/${id}/commit`),
      await caller.delete(`/api/imports/${id}`),
      await caller.get(`/api/imports/${id}/problems.xlsx`),
      await caller.upload('/api/imports', { kind: 'units' }, 'a.csv', Buffer.from('a')),
    ];
    return replies.map(({ status }) => status);
  };

  it.each(others)('are not for %s', async (username) => {
    expect(await asked(username)).toEqual([403, 403, 403, 403, 403, 403, 403, 403]);
  });

  it.each(['officer', 'office', 'evaluator'])(
    'of registers are not for the %s, who has a list of none',
    async (who) => {
      expect(await asked(who)).toEqual([200, 404, 404, 404, 404, 404, 404, 403]);
      expect((await district.office.as(who).get('/api/imports')).body.items).toEqual([]);
    },
  );

  it('are not for anybody who isn’t signed in', async () => {
    expect((await district.office.as(null).get('/api/imports')).status).toBe(401);
  });

  it('are for every planner of the district', async () => {
    await addPerson(district.office, 'planner2', { roles: [{ role: 'planner' }] });
    const second = district.office.as('planner2');
    expect((await second.get(`/api/imports/${id}`)).status).toBe(200);
    expect((await second.post(`/api/imports/${id}/commit`)).status).toBe(200);
  });
});
