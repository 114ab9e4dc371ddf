import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileFiles } from '../../lib/sheet/testing-hostile.ts';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { uploadTo } from './testing-sheets.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
  await district.office.as('planner').get('/api/imports');
});
afterAll(() => district.office.close());

/** What an office's server has to spare. */
const megabytes = 300;

const rss = () => process.memoryUsage().rss / 1024 / 1024;

/** Does some work and watches the memory of the process meanwhile: megabytes above the start. */
async function peakOf(work: () => Promise<unknown>): Promise<number> {
  const before = rss();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, rss());
  }, 20);
  await work();
  clearInterval(timer);
  return peak - before;
}

describe('every hostile file', () => {
  it.each(hostileFiles)(
    'is refused in little memory, and others are answered: $what',
    async (file) => {
      const bytes = file.bytes();
      const { filename = '人选.xlsx', reason } = file;
      const started = performance.now();
      const peak = await peakOf(async () => {
        const [reply, other] = await Promise.all([
          uploadTo(district, 'cadres', bytes, { filename }),
          district.office.as('planner').get('/api/imports'),
        ]);
        expect(reply).toMatchObject({ status: 422, body: { errors: [{ code: reason }] } });
        expect(other.status).toBe(200);
      });
      const taken = performance.now() - started;
      console.info(`${file.what}: ${Math.round(taken)} ms, ${Math.round(peak)} MB`);
      expect(peak).toBeLessThan(megabytes);
    },
  );

  it('leaves no memory behind, twenty times over', async () => {
    const files = hostileFiles
      .filter(({ heavy }) => !heavy)
      .map((file) => ({ ...file, content: file.bytes() }));
    const round = async () => {
      for (const { content, filename = '人选.xlsx' } of files) {
        await uploadTo(district, 'cadres', content, { filename });
      }
      return rss();
    };
    for (let warm = 0; warm < 4; warm += 1) await round();
    const sizes: number[] = [];
    for (let times = 0; times < 20; times += 1) sizes.push(await round());
    console.info(`MB after each round: ${sizes.map(Math.round).join(' ')}`);
    const mean = (list: number[]) => list.reduce((sum, size) => sum + size, 0) / list.length;
    expect(mean(sizes.slice(-5)) - mean(sizes.slice(0, 5))).toBeLessThan(60);
  });
});
