import type { ProcessDeps } from '../../lib/deps.ts';

const key = 'history-stages';

/** Runs a stage of the history once, whatever interrupts it: those behind are kept with what they made. */
export type Stages = (name: string, run: () => Promise<void>) => Promise<void>;

/**
 * The stages that are behind in this database, so that an interrupted history goes on with the one that
 * it stopped in. Each finds what of it is there already.
 */
export async function openStages(
  { db: { prisma } }: Pick<ProcessDeps, 'db'>,
  say: (words: string) => void,
): Promise<Stages> {
  const kept = await prisma.setting.findUnique({ where: { key } });
  const done = new Set(Array.isArray(kept?.value) ? kept.value.map(String) : []);
  if (done.size > 0) {
    say(
      `上次没有生成完，从中断处接着生成（已完成${done.size}步）… / interrupted before: going on after ${done.size} stages…`,
    );
  }
  return async (name, run) => {
    if (done.has(name)) return;
    try {
      await run();
    } catch (error) {
      say(
        `示例记录停在“${name}”，再次启动从这里接着生成。 / stopped at “${name}”; the next start goes on from there.`,
      );
      throw error;
    }
    done.add(name);
    const value = [...done];
    await prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
    say(`  ${name}`);
  };
}
