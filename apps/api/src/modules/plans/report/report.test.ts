import type { PlanReport } from '@xuanpai/contracts/plan-report';
import type { Plan } from '@xuanpai/contracts/plans';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { partsOf } from '../../../lib/docx/parts.ts';
import { parseWorkbook } from '../../../lib/sheet/parse-workbook.ts';
import { startTestApp, type TestApp } from '../../../testing.ts';
import { accepted, onlyPlan, pin, readPlan } from '../../../testing-plans.ts';
import { textsOf } from '../../letters/testing-docx.ts';
import { ageBands, bandWords, isIn } from './age-bands.ts';

let office: TestApp;
let plan: Plan;
let report: PlanReport;
beforeAll(async () => {
  office = await startTestApp('planned');
  plan = await onlyPlan(office);
  await withExceptions();
  report = await readReport();
});
afterAll(() => office.close());

const readReport = async (): Promise<PlanReport> =>
  accepted(await office.as('leader').get(`/api/plans/${plan.id}/report`)).body;

const seatOf = (tier: string, post: string, skip = 0) =>
  plan.places.filter((one) => one.tier === tier && one.post === post)[skip];

/**
 * A pin with a reason, a deputy's place empty with a reason, an age accepted with a reason; two pairs
 * of colleagues torn apart.
 */
async function withExceptions() {
  await pin(office, plan, seatOf('district', 'firstSecretary')?.id ?? '');
  const empty = seatOf('district', 'deputySecretary', 3)?.id ?? '';
  const planner = office.as('planner');
  const version = async () => (await readPlan(office, plan.id)).version;
  const paired = plan.villages.filter(({ parts }) => parts.some(({ kind }) => kind === 'pair'));
  const [one, other] = paired
    .slice(-2)
    .flatMap(({ villageId }) =>
      plan.places.filter(
        (place) => place.villageId === villageId && place.post === 'deputySecretary',
      ),
    );
  const moves = [
    { placeId: empty, cadreId: null },
    { placeId: one?.id, cadreId: other?.cadreId },
    { placeId: other?.id, cadreId: one?.cadreId },
  ];
  const path = `/api/plans/${plan.id}`;
  accepted(await planner.post(`${path}/moves`, { moves, version: await version() }));
  const reason = '单位另报人选后再派';
  const body = { reason, version: await version() };
  accepted(await planner.post(`${path}/places/${empty}/empty-reason`, body));
  const young = plan.cadres.find(
    ({ category, cadreId }) =>
      category === 'officeCadre' && plan.places.some((place) => place.cadreId === cadreId),
  );
  const { prisma } = office.db;
  await prisma.cadre.update({
    where: { id: young?.cadreId ?? '' },
    data: { bornOn: new Date('1972-05-01') },
  });
  await prisma.nomination.update({
    where: { id: young?.nominationId ?? '' },
    data: {
      acceptedReason: '长期在村工作，群众认可',
      acceptedBy: '王晓东',
      acceptedAt: new Date('2015-04-24'),
    },
  });
  plan = await readPlan(office, plan.id);
}

describe('the report of a plan', () => {
  test('counts what the plan counts', () => {
    const { totals, townships, ranks, ageBands: bands } = report;
    expect(totals).toMatchObject({ villages: 189, district: 72, township: 111, city: 6 });
    expect(totals.people).toBe(254);
    expect(totals.pairs).toBe(plan.pairs);
    expect(townships).toHaveLength(10);
    const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
    expect(sum(townships.map(({ people }) => people))).toBe(254);
    for (const township of townships) {
      expect(township.ranks).toHaveLength(ranks.length);
      expect(township.ages).toHaveLength(bands.length);
      expect(sum(township.ranks)).toBe(township.people);
      expect(sum(township.ages)).toBe(township.people);
    }
  });

  test('says how good the plan is, and when it was accepted', () => {
    expect(report.quality).toMatch(/^总分[−\d,]+\.\d，与最优相差多少尚未证明。$/);
  });

  test('compares people with needs, the weakest villages first', () => {
    const { bands, weakest, district, township } = report.fit;
    const counted = bands.reduce((sum, band) => sum + band.district + band.township, 0);
    expect(counted).toBe(183);
    expect(weakest).toHaveLength(10);
    const shares = weakest.map(({ fit }) => fit);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(weakest[0]?.text).toMatch(/^需要.+%；/);
    for (const mean of [district, township]) {
      expect(mean).toBeGreaterThan(0);
      expect(mean).toBeLessThanOrEqual(1);
    }
  });

  test('names exceptions with their reasons', () => {
    const of = (kind: string) => report.exceptions.filter((one) => one.kind === kind);
    expect(of('empty')).toMatchObject([{ reason: '单位另报人选后再派' }]);
    expect(of('overAge')).toMatchObject([{ reason: '长期在村工作，群众认可' }]);
    expect(of('overAge')[0]?.text).toMatch(/（.+）42岁，任.+第一书记。$/);
    expect(of('overAge')[0]?.basis?.kind).toBe('notice');
    expect(of('wish')[0]?.text).toMatch(/^锁定：.+锁定在.+第一书记岗位。$/);
    expect(of('wish')[0]?.reason).toMatch(/^熟悉该村情况（.+）$/);
    const splits = plan.findings.filter(({ code }) => code === 'unitSplit');
    expect(splits.length).toBeGreaterThan(0);
    expect(of('unitSplit')).toHaveLength(splits.length);
    for (const { reason } of of('unitSplit')) expect(reason).toMatch(/合在一村/);
  });

  test('speaks English to who asks in English', async () => {
    const headers = { 'accept-language': 'en' };
    const path = `/api/plans/${plan.id}/report`;
    const told: PlanReport = accepted(await office.as('leader').get(path, headers)).body;
    expect(told.quality).toMatch(/points, /);
    expect(told.fit.weakest[0]?.text).toMatch(/^Needs /);
  });
});

describe('the report as files', () => {
  test('a document in the form of GB/T 9704, with its tables', async () => {
    const file = await office.as('office').download(`/api/plans/${plan.id}/report.docx`);
    expect(file.status).toBe(200);
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('汇报');
    const xml = (await partsOf(file.raw)).get('word/document.xml')?.toString() ?? '';
    // A4, and 37, 35, 28, 26 mm in twentieths of a point.
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    const texts = await textsOf(file.raw);
    expect(texts.join('\n')).not.toMatch(/undefined|null|NaN/);
    expect(texts[0]).toMatch(/选派方案汇报$/);
    for (const part of ['一、总体情况', '二、各镇街的职级和年龄', '四、需要说明的情况']) {
      expect(texts).toContain(part);
    }
    for (const { name } of plan.townships) expect(texts).toContain(name);
    expect(texts).toContain(report.quality);
    expect(texts.some((line) => line.includes('理由：单位另报人选后再派。'))).toBe(true);
  });

  test('a workbook with the figures, the exceptions, and everybody', async () => {
    const file = await office.as('planner').download(`/api/plans/${plan.id}/report.xlsx`);
    const { sheets } = await parseWorkbook(file.raw, 'a.xlsx');
    expect(sheets.map(({ name }) => name)).toEqual([
      '总体情况',
      '人选与村的需要',
      '需要说明的情况',
      plan.name,
    ]);
    const [townships, needs, exceptions, list] = sheets.map(({ rows }) =>
      rows.map((row) => row.map(({ text }) => text)),
    );
    expect(townships?.find(([name]) => name === '合计')?.slice(1, 3)).toEqual(['183', '254']);
    expect(needs).toHaveLength(3 + 183);
    expect(exceptions?.flat()).toContain('长期在村工作，群众认可');
    const names = new Set(list?.map((row) => row[6]));
    for (const { cadreId } of plan.places) {
      if (cadreId === null) continue;
      const name = plan.cadres.find((cadre) => cadre.cadreId === cadreId)?.name;
      expect(names.has(name)).toBe(true);
    }
  });

  test('how good the plan is stands on the list of places too', async () => {
    const file = await office.as('leader').download(`/api/plans/${plan.id}.xlsx`);
    const { sheets } = await parseWorkbook(file.raw, 'a.xlsx');
    expect(sheets[0]?.rows[1]?.[0]?.text).toContain(report.quality);
  });
});

describe('bands of age', () => {
  test('end at the policy’s limit, whether it includes itself or not', () => {
    const words = (inclusive: boolean) => ageBands({ value: 40, inclusive }).map(bandWords);
    expect(words(true)).toEqual(['≤30', '31–35', '36–40', '≥41']);
    expect(words(false)).toEqual(['≤29', '30–34', '35–39', '≥40']);
  });

  test('hold every age once', () => {
    const bands = ageBands({ value: 40, inclusive: true });
    for (let age = 18; age <= 60; age += 1) {
      expect(bands.filter((band) => isIn(band, age))).toHaveLength(1);
    }
  });
});
