import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { buildCommitProgram, type CommitProgram, everything, nextVisit } from './testing-killed.ts';
import { commit, nominee, uploadNominees } from './testing-sheets.ts';

let district: SmallDistrict;
let program: CommitProgram;
beforeAll(async () => {
  district = await startSmallDistrict();
  program = await buildCommitProgram();
});
afterAll(async () => {
  await district.office.close();
  await program.remove();
});

/** Comes back when the commit waits for the log, which it writes last: all its rows are written. */
async function whenWaiting(child: ChildProcess): Promise<void> {
  const { pool } = district.office.db;
  while (child.exitCode === null) {
    const { rowCount } = await pool.query(
      "SELECT 1 FROM pg_locks WHERE relation = 'audit_entry'::regclass AND NOT granted",
    );
    if (rowCount) return;
  }
  throw new Error('the commit ended before it was killed');
}

describe('a process that is killed in the middle of a commit', () => {
  it('leaves nothing behind, says so, and the import can be committed again', async () => {
    const rows = Array.from({ length: 20 }, () => nominee());
    const preview = await uploadNominees(district, ...rows);
    const { pool, prisma } = district.office.db;
    const before = await everything(district);

    const holder = await pool.connect();
    await holder.query('BEGIN; LOCK TABLE audit_entry IN ACCESS EXCLUSIVE MODE');
    const child = program.start(district.office.url, preview.body.id);
    await whenWaiting(child);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await holder.query('COMMIT');
    holder.release();

    expect(await everything(district)).toEqual(before);
    expect((await commit(district, preview)).body.code).toBe('importUnderWay');
    expect(await nextVisit(district, preview.body.id)).toMatchObject({
      status: 'previewed',
      failure: { message: '写入中断，没有写入任何内容，请重新写入。' },
    });
    expect(await everything(district)).toEqual(before);
    expect((await commit(district, preview)).status).toBe(200);
    expect(await prisma.nomination.count()).toBe(20);
  }, 60_000);
});
