import type { TargetTemplate } from '@xuanpai/contracts/target-templates';
import { standingsOfLine } from '@xuanpai/domain/targets/standing-line';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../testing.ts';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';

let district: SmallDistrict;
let notice: TargetTemplate;
let copy: TargetTemplate;
beforeAll(async () => {
  district = await startSmallDistrict(day('2016-07-05'));
  notice = (await templates()).find(({ family }) => family === 'fourBreakthroughs') ?? fail();
});
afterAll(() => district.office.close());

const fail = () => {
  throw new Error('no such template');
};
const planner = () => district.office.as('planner');
const templates = async (): Promise<TargetTemplate[]> =>
  (await planner().get('/api/targets/templates')).body.items;
const put = (id: string, payload: object) =>
  planner().send({ method: 'PUT', url: `/api/targets/templates/${id}`, payload });

/** What a template says, as the form sends it. */
function formOf({ name, kinds, poor, note, measures, version }: TargetTemplate) {
  const sent = measures.map(({ policyKey, threshold, ...measure }) => ({
    ...{ ...measure, policyKey, threshold: policyKey ? null : threshold },
  }));
  return { name, kinds, poor, note, version, measures: sent };
}

describe('a template of targets', () => {
  it('comes from the notice, and a used one isn’t changed, in the database neither', async () => {
    const all = await templates();
    expect(all.map(({ family, edition, used }) => [family, edition, used])).toEqual([
      ['fourGoods', 1, true],
      ['fourBreakthroughs', 1, true],
    ]);
    expect(notice.measures.find(({ key }) => key === 'operatingIncome')).toMatchObject({
      ...{ threshold: '50000', policyKey: 'target.collectiveIncome', binding: false },
    });
    expect((await put(notice.id, formOf(notice))).status).toBe(409);
    const { pool } = district.office.db;
    await expect(pool.query(`UPDATE target_measure SET name = 'x'`)).rejects.toMatchObject({
      constraint: 'target_template_used',
    });
  });

  it('is copied into the next edition, one at a time, and edited there', async () => {
    const body = { basedOnId: notice.id, name: null };
    copy = (await planner().post('/api/targets/templates', body)).body;
    expect(copy).toMatchObject({ family: 'fourBreakthroughs', edition: 2, used: false });
    expect(copy.measures).toHaveLength(notice.measures.length);
    expect((await planner().post('/api/targets/templates', body)).status).toBe(409);
    const form = formOf(copy);
    const [income] = form.measures;
    const wrong = { ...form, measures: [{ ...income, policyKey: null }, income] };
    const refused = await put(copy.id, wrong);
    expect(refused.status).toBe(400);
    expect(refused.body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'measures.0.threshold',
      'measures.1.key',
    ]);
    const measures = form.measures
      .filter(({ key }) => key !== 'culture')
      .map((measure) =>
        measure.key === 'operatingIncome'
          ? { ...measure, policyKey: null, threshold: '80000' }
          : measure,
      );
    const saved = await put(copy.id, { ...form, measures });
    expect(saved.status).toBe(200);
    expect((await put(copy.id, { ...form, measures })).body.code).toBe('staleVersion');
    copy = saved.body;
  });

  it('takes effect in mid-term from its day on, and what was reported is kept', async () => {
    const { prisma } = district.office.db;
    const villageId = district.villages.大尤家村;
    const sheet = await prisma.targetSheet.create({
      data: {
        ...{ batchId: district.batchId, villageId, period: '2015Q4' },
        ...{ startsOn: new Date('2015-10-01'), endsOn: new Date('2015-12-31') },
      },
    });
    const content = {
      operatingIncome: { number: '60000', answer: null, note: null },
      culture: { number: null, answer: true, note: null },
    };
    await prisma.targetEdition.create({
      data: { sheetId: sheet.id, revision: 1, content, confirmedByName: '某' },
    });
    await prisma.targetSheet.update({
      where: { id: sheet.id },
      data: { status: 'confirmed', revision: 1, confirmedAt: new Date() },
    });
    const { batchId } = district;
    const adopt = (effectiveFrom: string, version = copy.version) =>
      planner().post(`/api/targets/templates/${copy.id}/adopt`, {
        ...{ batchId, effectiveFrom, version },
      });
    expect((await adopt('2018-01-01')).body.errors[0].path).toBe('effectiveFrom');
    expect((await adopt('2016-01-01')).status).toBe(200);
    const standingsOn = async (on: string) => {
      const { body } = await planner().get(`/api/targets?batchId=${batchId}&on=${on}&known=now`);
      const row = body.villages.find((one: { villageId: string }) => one.villageId === villageId);
      return new Map(
        standingsOfLine(body.places, row.line).map((one) => [
          `${one.measureKey} ${one.year ?? ''}`.trim(),
          one,
        ]),
      );
    };
    const before = await standingsOn('2015-12-31');
    expect(before.get('operatingIncome 2015')).toMatchObject({ state: 'reached', value: '60000' });
    expect(before.get('culture')).toMatchObject({ state: 'reached' });
    const after = await standingsOn('2016-01-01');
    // A year that is over stays as it was judged.
    expect(after.get('operatingIncome 2015')).toMatchObject({
      state: 'reached',
      threshold: '50000',
    });
    expect(after.get('operatingIncome 2016')).toMatchObject({
      state: 'notDue',
      threshold: '80000',
    });
    expect(after.has('culture')).toBe(false);
    expect((await templates()).find(({ id }) => id === copy.id)?.used).toBe(true);
  });

  it('of its own family is deleted while nobody uses it', async () => {
    const body = { basedOnId: notice.id, name: '本镇目标' };
    const { body: own } = await planner().post('/api/targets/templates', body);
    expect(own).toMatchObject({ edition: 1, name: '本镇目标', kinds: notice.kinds });
    const url = `/api/targets/templates/${own.id}`;
    expect((await planner().delete(`${url}?version=9`)).body.code).toBe('staleVersion');
    expect((await planner().delete(`${url}?version=1`)).status).toBe(204);
    expect((await planner().get(url)).status).toBe(404);
  });
});
