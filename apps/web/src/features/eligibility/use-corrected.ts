import type { Batch } from '@xuanpai/contracts/batches';
import type { Nomination } from '@xuanpai/contracts/nominations';
import type { PlainDate } from '@xuanpai/contracts/values';
import { type Judged, judge } from '@xuanpai/domain/eligibility';
import { Form, type FormInstance } from 'antd';
import { useBatchPolicy } from '../../lib/batch-policy.ts';
import { keptDate } from './party-date.ts';

export interface CorrectValues {
  joinedOn: string | null;
  fullMemberOn: string | null;
  document: string;
}

/** How the nominee would be judged with the dates typed so far; null before one was changed. */
export function useCorrected(
  batch: Batch,
  nomination: Nomination,
  form: FormInstance<CorrectValues>,
): Judged | null {
  const policy = useBatchPolicy(batch);
  const joinedOn = keptDate(Form.useWatch('joinedOn', form));
  const fullMemberOn = keptDate(Form.useWatch('fullMemberOn', form));
  const same = joinedOn === nomination.joinedOn && fullMemberOn === nomination.fullMemberOn;
  if (!policy || same) return null;
  const facts = { ...nomination, bornOn: nomination.bornOn as PlainDate };
  return judge({ ...facts, joinedOn, fullMemberOn }, policy, policy.on);
}
