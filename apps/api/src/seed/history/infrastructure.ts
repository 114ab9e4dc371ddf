import type { PlainDate } from '@xuanpai/contracts/values';
import { measuresOf } from '@xuanpai/domain/targets/measures';
import { createRandom } from '@xuanpai/planner/random';
import { sql } from '../../lib/sql.ts';
import {
  readTargetVillages,
  type TargetFrame,
  type TargetVillage,
} from '../../lib/targets/facts.ts';
import { accept, takeStep } from '../../modules/support/projects/step.ts';
import { addProject, pay } from '../../modules/support/projects/write.ts';
import type { HistoryOffice } from './history-office.ts';

const works = [
  ['村内道路维修', '修补主街破损路面'],
  ['排水沟整治', '清淤并加盖板，雨天不积水'],
  ['路灯安装', '主街装太阳能路灯'],
  ['自来水支管改造', '更换老旧支管'],
] as const;

/** Small works that most villages of the breakthroughs pay for each year; some spend too little. */
export async function buildEachYear(office: HistoryOffice, frame: TargetFrame): Promise<void> {
  const { deps } = office;
  const villages = await readTargetVillages(deps, frame, sql`true`);
  const asked = villages.filter((village) =>
    measuresOf(village, frame.templates).some(({ source }) => source === 'projects'),
  );
  const random = createRandom(20150601);
  for (const year of [2015, 2016]) {
    office.on(`${year}-11-20` as PlainDate);
    for (const village of asked) {
      const [chance, size, kind] = [random(), random(), random()];
      if (chance < 0.2) continue;
      const amount = `${38 + Math.floor(size * 50)}000.00`;
      const [name, purpose] = works[Math.floor(kind * works.length)] ?? works[0];
      // Of the last year some wait to be looked at.
      const accepted = year === 2015 || size < 0.8;
      await build(office, village, { name: `${year}年${name}`, purpose, amount, year, accepted });
    }
  }
}

interface Work {
  name: string;
  purpose: string;
  /** Yuan. */
  amount: string;
  year: number;
  accepted: boolean;
}

async function build(
  office: HistoryOffice,
  { villageId, townshipId, townshipName }: TargetVillage,
  { name, purpose, amount, year, accepted }: Work,
): Promise<void> {
  const { deps } = office;
  if ((await deps.db.prisma.project.count({ where: { villageId, name } })) > 0) return;
  const officer = await office.officerOf({ id: townshipId, name: townshipName });
  const on = (day: string) => `${year}-${day}` as PlainDate;
  const id = await addProject(deps, officer, {
    ...{ villageId, name, kind: 'infrastructure', purpose },
    sources: [{ kind: 'village', planned: amount }],
    milestones: [{ name: '完工', dueOn: on('10-31'), doneOn: on('10-25') }],
  });
  await takeStep(deps, officer, id, { act: 'begin', day: on('07-06'), version: 1 });
  const { sources } = await deps.db.prisma.project.findUniqueOrThrow({
    where: { id },
    include: { sources: true },
  });
  const paid = { amount, voucher: `${year}-${name.slice(-2)}` };
  const sourceId = sources[0]?.id ?? '';
  await pay(deps, officer, id, {
    ...paid,
    kind: 'received',
    sourceId,
    paidOn: on('07-20'),
    version: 2,
  });
  await pay(deps, officer, id, { ...paid, kind: 'spent', paidOn: on('10-28'), version: 3 });
  await takeStep(deps, officer, id, { act: 'finish', day: on('10-30'), version: 4 });
  if (!accepted) return;
  await accept(deps, await office.headOf({ id: townshipId, name: townshipName }), id, {
    ...{ day: on('11-12'), text: '镇村现场验收，合格', version: 5 },
  });
}
