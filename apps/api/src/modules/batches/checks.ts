import type { PlainDate } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import type { Fault } from '../../lib/api-error.ts';
import { takenCode } from '../../lib/refuse.ts';

interface Dates {
  date: PlainDate;
  startsOn: PlainDate;
  endsOn: PlainDate;
}

/** The term begins on the batch's date or later, and ends after it began. */
export function dateFaults({ date, startsOn, endsOn }: Dates): Fault[] {
  const faults: Fault[] = [];
  if (startsOn < date) {
    faults.push({
      path: 'startsOn',
      code: 'startsBeforeDate',
      message: {
        zh: `任期开始日${startsOn}早于基准日${date}。`,
        en: `The term starts on ${startsOn}, before the batch’s date ${date}.`,
      },
    });
  }
  if (endsOn < startsOn) {
    faults.push({
      path: 'endsOn',
      code: 'endsBeforeStart',
      message: {
        zh: `任期届满日${endsOn}早于开始日${startsOn}。`,
        en: `The term ends on ${endsOn}, before it starts on ${startsOn}.`,
      },
    });
  }
  return faults;
}

export async function nameFaults(tx: Tx, name: string, ownId: string | null): Promise<Fault[]> {
  const other = await tx.batch.findUnique({ where: { name }, select: { id: true } });
  if (!other || other.id === ownId) return [];
  const message = { zh: '已有同名批次。', en: 'A batch of this name exists.' };
  return [{ path: 'name', code: takenCode, message }];
}
