import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { listPlans } from '@xuanpai/contracts/plans';
import { formatInstant, formatNumber } from '../../lib/format.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { planStates } from './plan-words.ts';

export type PlanSummary = ReplyOf<typeof listPlans>['items'][number];

/** 方案一的副本，试算权重2项. */
export function originOf(
  { basedOnId, weightChanges }: PlanSummary,
  text: Dictionary['whatIf'],
  plans: readonly PlanSummary[],
): string {
  const base = plans.find(({ id }) => id === basedOnId);
  const own = Object.keys(weightChanges ?? {}).length;
  const words = [base && text.copyOf(base.name), own > 0 && text.ownWeights(own)];
  return words.filter(Boolean).join(' · ') || '–';
}

const points = (value: number | null) => (value === null ? '–' : formatNumber(value, 1));

export function planColumns(
  text: Dictionary['plans'],
  whatIf: Dictionary['whatIf'],
  plans: readonly PlanSummary[],
): Column<PlanSummary>[] {
  return [
    {
      key: 'name',
      title: text.name,
      width: 180,
      fixed: true,
      phone: 'title',
      cell: ({ id, name }) => <Link to={linkTo.plan(id)}>{name}</Link>,
    },
    {
      key: 'status',
      title: text.status,
      width: 110,
      phone: 'side',
      cell: ({ status }) => <StateBadge state={planStates[status]} />,
    },
    {
      key: 'filled',
      title: text.placed,
      width: 100,
      align: 'end',
      phone: 'note',
      cell: ({ filled, places }) => `${filled}/${places}`,
    },
    {
      key: 'districtScore',
      title: text.districtScore,
      width: 100,
      align: 'end',
      cell: ({ districtScore }) => points(districtScore),
    },
    {
      key: 'townshipScore',
      title: text.townshipScore,
      width: 100,
      align: 'end',
      cell: ({ townshipScore }) => points(townshipScore),
    },
    {
      key: 'score',
      title: text.score,
      width: 110,
      align: 'end',
      cell: ({ score }) => points(score),
    },
    {
      key: 'solvedAt',
      title: text.solvedAt,
      width: 150,
      cell: ({ solvedAt }) => (solvedAt === null ? text.notSolved : formatInstant(solvedAt)),
    },
    {
      key: 'basedOn',
      title: whatIf.basedOn,
      width: 190,
      cell: (plan) => originOf(plan, whatIf, plans),
    },
    { key: 'madeBy', title: text.madeBy, width: 100, cell: ({ createdByName }) => createdByName },
    { key: 'document', title: text.document, cell: ({ documentNumber }) => documentNumber ?? '–' },
  ];
}
