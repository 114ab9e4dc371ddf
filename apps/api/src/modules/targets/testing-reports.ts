import { toDate } from '@xuanpai/database/dates';
import { day } from '../../testing.ts';
import type { SmallDistrict } from '../../testing-registers.ts';

/** For tests only: a village's empty report of the third quarter of 2015; gives its id. */
export async function newReport(
  { office, batchId }: SmallDistrict,
  villageId: string,
): Promise<string> {
  const where = { batchId, villageId, period: '2015Q3' };
  const days = { startsOn: toDate(day('2015-07-01')), endsOn: toDate(day('2015-09-30')) };
  const { id } = await office.db.prisma.targetSheet.upsert({
    where: { batchId_villageId_period: where },
    create: { ...where, ...days },
    update: {},
  });
  return id;
}
