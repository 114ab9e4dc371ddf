import { parseArgs } from 'node:util';
import { createDatabase } from '@xuanpai/database/client';
import { type ChainState, followChain } from '../lib/audit-chain.ts';
import { say } from '../say.ts';
import { breakWords } from './break-words.ts';
import { openDatabase } from './open-database.ts';
import { type OnEnd, runCommand, UsageProblem } from './run-command.ts';
import { readSettings } from './settings.ts';

const usage = `用法 usage:
  audit-check                          核验操作日志 / verify the log
  audit-check --expect <序号>:<哈希>   并核对先前记下的最后一条 / and compare with an entry noted earlier`;

interface Expected {
  seq: number;
  hash: string;
}

runCommand(usage, async (onEnd) => {
  const { values } = parseArgs({
    options: { expect: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    say(usage);
    return 0;
  }
  const expected = values.expect === undefined ? null : expectedOf(values.expect);
  let found: string | null = null;
  const state = await verify(onEnd, (seq, hash) => {
    if (seq === expected?.seq) found = hash;
    if (seq % 100_000 === 0) say(`… ${seq}`);
  });
  const sound = tellChain(state);
  return tellExpected(expected, found, state) && sound ? 0 : 1;
});

/** The page shows the whole hash; its first letters will do. */
function expectedOf(text: string): Expected {
  const [, seq, hash] = /^(\d{1,9}):([0-9a-f]{8,64})$/i.exec(text.trim()) ?? [];
  if (!seq || !hash) {
    throw new UsageProblem('--expect 应为 序号:哈希（至少 8 位）/ must be number:hash');
  }
  return { seq: Number(seq), hash: hash.toLowerCase() };
}

async function verify(onEnd: OnEnd, onEntry: (seq: number, hash: string) => void) {
  const { url } = await openDatabase(readSettings(process.env), 'npm run audit:check', onEnd);
  const db = createDatabase(url, { name: 'xuanpai audit', connections: 1 });
  onEnd(() => db.close());
  const client = await db.pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await followChain(client, onEntry);
  } finally {
    await client.query('ROLLBACK').catch(() => {});
    client.release();
  }
}

function tellChain({ entries, broken, lastHash }: ChainState): boolean {
  if (broken) {
    const { zh, en } = breakWords(broken);
    say(`日志链在此断开：${zh}之前的 ${entries} 条完好。`);
    say(`The chain is broken: ${en} The ${entries} entries before are sound.`);
    return false;
  }
  say(`日志链完好：共 ${entries} 条 / the chain is sound: ${entries} entries`);
  say(`请另处记下最后一条 / note the last one elsewhere: ${entries}:${lastHash}`);
  return true;
}

function tellExpected(expected: Expected | null, found: string | null, { entries }: ChainState) {
  if (!expected) return true;
  const { seq, hash } = expected;
  if (found?.startsWith(hash)) {
    say(`与记下的第 ${seq} 条相符 / entry ${seq} is the one noted`);
    return true;
  }
  if (found === null) {
    say(`记下的第 ${seq} 条不在链里：链只有 ${entries} 条完好，末尾被截掉了。`);
    say(
      `Entry ${seq} isn't in the chain, which has ${entries} sound entries: its end was cut off.`,
    );
  } else {
    say(`第 ${seq} 条不是记下的那一条：链从某处起被整体改写过。`);
    say(`Entry ${seq} isn't the one noted: the chain was rewritten from some entry on.`);
  }
  return false;
}
