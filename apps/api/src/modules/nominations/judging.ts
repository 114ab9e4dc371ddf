import type { Finding } from '@xuanpai/contracts/nominations';
import type { Category } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Cadre } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { type Judged, judge } from '@xuanpai/domain/eligibility';
import { findingSentence } from '@xuanpai/domain/eligibility-words';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { Fault } from '../../lib/api-error.ts';
import { readPolicy } from '../../lib/policy.ts';
import { type BatchRecord, readBatch } from '../../lib/records/batch.ts';

/** What nominees of a batch are judged by: its policy on its date. */
export interface Measure {
  batch: BatchRecord;
  policy: Policy;
}

export async function readMeasure(tx: Tx, batchId: string): Promise<Measure> {
  const batch = await readBatch(tx, batchId);
  return { batch, policy: await readPolicy(tx, batchId, batch.date) };
}

export interface Naming {
  tier: 'district' | 'township';
  category: Category;
  acceptedReason: string | null;
}

export function judgeCadre({ batch, policy }: Measure, cadre: Cadre, naming: Naming): Judged {
  const { rank, politicalStatus } = cadre;
  const [bornOn, joinedOn, fullMemberOn] = [
    toPlainDate(cadre.bornOn),
    toPlainDate(cadre.joinedOn),
    toPlainDate(cadre.fullMemberOn),
  ];
  const facts = { rank, politicalStatus, bornOn, joinedOn, fullMemberOn };
  return judge({ ...facts, ...naming }, policy, batch.date);
}

const fields: Partial<Record<Finding['code'], string>> = {
  fullMemberAfterBatch: 'fullMemberOn',
  notPartyMember: 'politicalStatus',
  probationary: 'fullMemberOn',
  rankMismatch: 'rank',
};

/**
 * D1, D5: why somebody can't be named or accepted, each finding at its field and with its basis. An
 * age is no obstacle: it is studied.
 */
export function obstacles({ findings }: Judged, at = ''): Fault[] {
  return findings
    .filter(({ weight }) => weight === 'blocks' || weight === 'verify')
    .map((finding) => ({
      path:
        finding.code === 'categoryMismatch'
          ? 'category'
          : `${at}${fields[finding.code] ?? 'joinedOn'}`,
      code: finding.code,
      message: findingSentence(finding),
      basis: finding.basis,
      remedy: {
        zh: '登记有误的请查档更正；档案无误的请更换人选。',
        en: 'Correct the register from the file, or name another nominee.',
      },
    }));
}
