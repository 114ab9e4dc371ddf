import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import type { Cadre } from '@xuanpai/contracts/cadres';
import type { Nomination } from '@xuanpai/contracts/nominations';
import type { Category, PlainDate } from '@xuanpai/contracts/values';
import { judge, type Nominee } from '@xuanpai/domain/eligibility';
import { checkIdNumber } from '@xuanpai/domain/office/id-number';
import type { FormInstance } from 'antd';
import { Form } from 'antd';
import { useBatchPolicy } from '../../lib/batch-policy.ts';
import { useText } from '../../locales/use-text.ts';
import { keptDate } from './party-date.ts';
import { Preview } from './preview.tsx';
import { unnamedQuery } from './queries.ts';
import type { NewCadreValues, ReplaceValues } from './replacement.ts';

type Person = Omit<Nominee, 'tier' | 'category' | 'acceptedReason'>;

interface ReplacePreviewProps {
  batch: Batch;
  nomination: Nomination;
  form: FormInstance<ReplaceValues>;
}

/** How the person chosen or entered would be judged. */
export function ReplacePreview({ batch, nomination, form }: ReplacePreviewProps) {
  const text = useText().eligibility;
  const policy = useBatchPolicy(batch);
  const { data: unnamed } = useQuery(unnamedQuery(batch.id, nomination.unitId));
  const from = Form.useWatch('from', form);
  const cadreId = Form.useWatch('cadreId', form);
  const entered = Form.useWatch('cadre', form) as NewCadreValues | undefined;
  const category = Form.useWatch('category', form) as Category | undefined;
  const person =
    from === 'register' ? registered(unnamed?.find(({ id }) => id === cadreId)) : typed(entered);
  if (!policy || !person || !category) return null;
  const naming = { tier: nomination.tier, category, acceptedReason: null };
  return (
    <Preview
      judged={judge({ ...person, ...naming }, policy, policy.on)}
      eligible={text.newEligible}
    />
  );
}

function registered(cadre: Cadre | undefined): Person | null {
  if (!cadre) return null;
  const { rank, politicalStatus } = cadre;
  return {
    rank,
    politicalStatus,
    bornOn: cadre.bornOn as PlainDate,
    joinedOn: cadre.joinedOn as PlainDate | null,
    fullMemberOn: cadre.fullMemberOn as PlainDate | null,
  };
}

/** Judged once the ID number can be read and a Party date is there. */
function typed(cadre: NewCadreValues | undefined): Person | null {
  const check = checkIdNumber(cadre?.idNumber ?? '');
  const joinedOn = keptDate(cadre?.joinedOn);
  if (!cadre || !check.ok || joinedOn === null) return null;
  return {
    rank: cadre.rank ?? 'clerk',
    politicalStatus: cadre.politicalStatus ?? null,
    bornOn: check.birthDate,
    joinedOn,
    fullMemberOn: keptDate(cadre.fullMemberOn),
  };
}
