import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { bigBook } from './testing-big-book.ts';
import { buildCommitProgram, type CommitProgram, everything, nextVisit } from './testing-killed.ts';
import { countMessages, type MessageCounter } from './testing-message-count.ts';
import { uploadTo } from './testing-sheets.ts';

const kills = 10;
const people = 3_000;

let district: SmallDistrict;
let program: CommitProgram;
let counter: MessageCounter;
beforeAll(async () => {
  district = await startSmallDistrict();
  program = await buildCommitProgram();
  counter = await countMessages(district.office.url);
});
afterAll(async () => {
  await counter.close();
  await district.office.close();
  await program.remove();
});

async function preview(from: number): Promise<string> {
  const book = { rows: people, unit: '郑旺镇党委', category: '优秀机关干部', from };
  const reply = await uploadTo(district, 'cadres', await bigBook(book));
  expect(reply.body.counts).toMatchObject({ new: people, wrong: 0 });
  return reply.body.id;
}

describe('a commit that is killed at ten places', () => {
  it('writes nothing at any of them, says so, and writes all when it is let', async () => {
    const whole = await preview(0);
    counter.at(Number.POSITIVE_INFINITY, () => {});
    const [code] = await once(program.start(counter.url, whole), 'exit');
    expect(code).toBe(0);
    const messages = counter.count();
    expect(messages).toBeGreaterThan(kills);

    const id = await preview(people);
    const before = await everything(district);
    for (let kill = 1; kill <= kills; kill += 1) {
      const child = program.start(counter.url, id);
      counter.at(Math.round((messages * kill) / kills) - (kill === kills ? 2 : 0), () =>
        child.kill('SIGKILL'),
      );
      const [, signal] = await once(child, 'exit');
      expect(signal, `kill ${kill} of ${kills}`).toBe('SIGKILL');
      expect(await nextVisit(district, id)).toMatchObject({
        status: 'previewed',
        failure: { message: '写入中断，没有写入任何内容，请重新写入。' },
      });
      expect(await everything(district), `kill ${kill} of ${kills}`).toEqual(before);
    }

    counter.at(Number.POSITIVE_INFINITY, () => {});
    const [last] = await once(program.start(counter.url, id), 'exit');
    expect(last).toBe(0);
    const after = await everything(district);
    expect(after.cadres).toBe(before.cadres + people);
    expect(after.nominations).toBe(before.nominations + people);
    expect(after.changes).toBe(before.changes + 2 * people);
    expect(after.entries).toBe(before.entries + 1);
  });
});
