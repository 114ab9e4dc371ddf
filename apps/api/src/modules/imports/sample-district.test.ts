import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing.ts';

const samples = new URL('../../../../../prisma/seed/hedong/', import.meta.url);

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp('demo');
});
afterAll(() => test.close());

async function batchId() {
  const { body } = await test.as('planner').get('/api/batches');
  return (body as { items: { id: string }[] }).items[0]?.id ?? '';
}

async function upload(kind: string, file: string) {
  const bytes = await readFile(new URL(file, samples));
  return test.as('planner').upload('/api/imports', { kind, batchId: await batchId() }, file, bytes);
}

describe('the sample district', () => {
  it('has its five workbooks imported', async () => {
    const { prisma } = test.db;
    expect(await prisma.village.count()).toBe(189);
    expect(await prisma.unit.count({ where: { kind: { not: 'townshipOffice' } } })).toBe(73);
    expect(await prisma.nomination.count({ where: { tier: 'district' } })).toBe(144);
    expect(await prisma.nomination.count({ where: { tier: 'township' } })).toBe(111);
    expect(await prisma.batchVillage.count({ where: { cityDispatched: true } })).toBe(6);
    expect(await prisma.region.findUnique({ where: { code: '371312' } })).toMatchObject({
      name: '河东区',
      level: 'district',
    });
  });

  it('has offices of the townships that the list and the workbook of units show', async () => {
    const { body } = await test.as('planner').get('/api/units?kinds=townshipOffice');
    expect(body).toMatchObject({ total: 11 });
    expect(body.items[0]).toMatchObject({ strengths: [] });
    expect((await test.as('planner').get('/api/units.xlsx')).status).toBe(200);
  });

  it.each([
    ['regions', 'regions.csv'],
    ['villages', 'village-register.xlsx'],
    ['units', 'unit-register.xlsx'],
    ['cadres', 'district-nominees.xlsx'],
    ['cadres', 'township-nominees.xlsx'],
  ])('shows nothing to do when %s of %s are imported again', async (kind, file) => {
    const { status, body } = await upload(kind, file);
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body.problems).toEqual([]);
    expect(body.counts).toMatchObject({ new: 0, changed: 0, wrong: 0 });
  });
});
