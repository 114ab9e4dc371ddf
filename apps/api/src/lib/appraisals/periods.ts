import type { PlainDate } from '@xuanpai/contracts/values';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { type PolicySetting, policyOn } from '@xuanpai/domain/policy/policy';
import { type AppraisalPeriod, appraisalDueOn } from '@xuanpai/domain/targets/appraisals';
import { type PeriodLength, periodsOf } from '@xuanpai/domain/targets/periods';
import { readSettings } from '../policy.ts';
import type { BatchRecord } from '../records/batch.ts';

/** A period with the day by which its opinions are signed. */
export interface DuePeriod extends AppraisalPeriod {
  dueOn: PlainDate;
}

/** The periods of a batch that have begun, the earliest first. */
export async function readPeriodsBegun(
  client: PrismaClient | Tx,
  batch: BatchRecord,
  today: PlainDate,
): Promise<DuePeriod[]> {
  const settings = await readSettings(client, batch.id);
  return periodsOf(batch, lengthOn(settings, batch.startsOn))
    .filter(({ startsOn }) => startsOn <= today)
    .map(({ key, startsOn, endsOn }) => ({
      ...{ key, startsOn, endsOn },
      dueOn: appraisalDueOn({ key, startsOn, endsOn }, policyOn(settings, endsOn)),
    }));
}

function lengthOn(settings: readonly PolicySetting[], on: PlainDate): PeriodLength {
  return policyOn(settings, on).choice('target.reportPeriod') === 'year' ? 'year' : 'quarter';
}
