import type { GivenMilestone, GivenSource } from '@xuanpai/contracts/projects';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { fenOf, moneyText } from '@xuanpai/domain/office/money';
import type { Fault } from '../../../lib/api-error.ts';

interface Of {
  id: string;
  villageId: string;
}

const namesOf = {
  publicFund: ['fundId', '请选公共财政资金', 'Choose the public funds'],
  unit: ['unitId', '请选单位', 'Choose the unit'],
  enterprise: ['enterpriseId', '请选企业', 'Choose the enterprise'],
} as const;

/** What is wrong with sources: each kind names its own giver, and that giver is there. */
export async function sourceFaults(
  tx: Tx,
  villageId: string,
  sources: readonly GivenSource[],
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [at, source] of sources.entries()) {
    const { kind, note } = source;
    const path = (field: string) => `sources.${at}.${field}`;
    if (kind === 'publicFund' || kind === 'unit' || kind === 'enterprise') {
      const [field, zh, en] = namesOf[kind];
      if (!(await isThere(tx, villageId, source))) {
        const message = { zh: `${zh}。`, en: `${en}.` };
        faults.push({ path: path(field), code: 'giverMissing', message });
      }
    } else if (kind === 'other' && !note) {
      const message = { zh: '请写明资金来源。', en: 'Say where it comes from.' };
      faults.push({ path: path('note'), code: 'required', message });
    }
  }
  return faults;
}

async function isThere(
  tx: Tx,
  villageId: string,
  { kind, fundId, unitId, enterpriseId }: GivenSource,
): Promise<boolean> {
  if (kind === 'publicFund') {
    return !!fundId && (await tx.villageFund.count({ where: { id: fundId, villageId } })) > 0;
  }
  if (kind === 'unit') return !!unitId && (await tx.unit.count({ where: { id: unitId } })) > 0;
  return !!enterpriseId && (await tx.enterprise.count({ where: { id: enterpriseId } })) > 0;
}

const giverOf = ({ kind, fundId, unitId, enterpriseId }: GivenSource) => ({
  fundId: kind === 'publicFund' ? (fundId ?? null) : null,
  unitId: kind === 'unit' ? (unitId ?? null) : null,
  enterpriseId: kind === 'enterprise' ? (enterpriseId ?? null) : null,
});

/** Makes the sources those that are given. One from which money came stays: gives a fault for it. */
export async function writeSources(
  tx: Tx,
  { id: projectId, villageId }: Of,
  sources: readonly GivenSource[],
): Promise<Fault[]> {
  const known = await tx.projectSource.findMany({
    where: { projectId },
    include: { _count: { select: { payments: true } } },
  });
  const kept = new Set(sources.map(({ id }) => id));
  const gone = known.filter(({ id }) => !kept.has(id));
  if (gone.some(({ _count }) => _count.payments > 0)) {
    return [
      {
        ...{ path: 'sources', code: 'sourceUsed' },
        message: {
          zh: '已有资金到位的来源不能删去。',
          en: 'A source from which money came cannot be taken away.',
        },
      },
    ];
  }
  for (const { id } of gone) await tx.projectSource.delete({ where: { id } });
  for (const source of sources) {
    const { id, kind, note, planned } = source;
    const data = { kind, planned, note: note || null, ...giverOf(source) };
    const before = known.find((one) => one.id === id);
    if (before) await tx.projectSource.update({ where: { id: before.id }, data });
    else await tx.projectSource.create({ data: { ...data, projectId, villageId } });
  }
  return [];
}

/** What is wrong with milestones: none is done ahead of today. */
export function milestoneFaults(milestones: readonly GivenMilestone[], today: PlainDate): Fault[] {
  return milestones.flatMap(({ doneOn }, at) =>
    doneOn && doneOn > today
      ? [
          {
            ...{ path: `milestones.${at}.doneOn`, code: 'ahead' },
            message: { zh: '完成日期晚于今天。', en: 'The day lies ahead.' },
          },
        ]
      : [],
  );
}

export async function writeMilestones(
  tx: Tx,
  projectId: string,
  milestones: readonly GivenMilestone[],
): Promise<void> {
  const known = await tx.projectMilestone.findMany({ where: { projectId } });
  const kept = new Set(milestones.map(({ id }) => id));
  const gone = known.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  await tx.projectMilestone.deleteMany({ where: { id: { in: gone } } });
  for (const { id, name, dueOn, doneOn = null } of milestones) {
    const data = { name, dueOn: toDate(dueOn), doneOn: doneOn === null ? null : toDate(doneOn) };
    const before = known.find((one) => one.id === id);
    if (before) await tx.projectMilestone.update({ where: { id: before.id }, data });
    else await tx.projectMilestone.create({ data: { ...data, projectId } });
  }
}

/** A project's parts in words, as the log keeps them. */
export async function loggedParts(tx: Tx, projectId: string) {
  const sources = await tx.projectSource.findMany({
    where: { projectId },
    include: {
      fund: { select: { source: true } },
      unit: { select: { name: true } },
      enterprise: { select: { name: true } },
    },
    orderBy: { id: 'asc' },
  });
  const milestones = await tx.projectMilestone.findMany({
    where: { projectId },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  });
  return {
    sources: sources.map(({ kind, planned, note, fund, unit, enterprise }) => ({
      ...{ kind, planned: moneyText(fenOf(planned.toFixed(2))) },
      name: fund?.source ?? unit?.name ?? enterprise?.name ?? note,
    })),
    milestones: milestones.map(({ name, dueOn, doneOn }) => ({
      ...{ name, dueOn: toPlainDate(dueOn) },
      doneOn: doneOn === null ? null : toPlainDate(doneOn),
    })),
  };
}
