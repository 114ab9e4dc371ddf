import type { Benefit } from '@xuanpai/contracts/benefits';
import type { TermEnd } from '@xuanpai/contracts/term-ends';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { HistoryOffice } from './history-office.ts';

const today = '2017-01-10' as PlainDate;

/**
 * B2: somebody of the township that was decided on first has two years in a row, and the own unit held a
 * competition. The total was entered wrongly, voided by another person, and entered anew.
 */
export async function useBenefit(office: HistoryOffice): Promise<void> {
  const { call, deps } = office;
  if ((await deps.db.prisma.benefitUse.count({ where: { voidedAt: null } })) > 0) return;
  office.on(today);
  const { items } = await call<{ items: Benefit[] }>(
    ...(['office', 'GET', '/api/benefits?standings=open'] as const),
  );
  const [earned] = items;
  if (!earned) return;
  const { cadreId, percent } = earned;
  const use = (rawTotal: string) =>
    call<{ use: { id: string; version: number } }>(
      'office',
      'POST',
      `/api/benefits/${cadreId}/use`,
      {
        ...{ competition: '2017年中层干部竞争上岗', heldOn: today, rawTotal, percent },
        documentNumber: '竞岗实施方案〔2017〕1号',
      },
    );
  const voided = await deps.db.prisma.benefitUse.count({ where: { cadreId } });
  if (voided === 0) {
    const { id, version } = (await use('83.5')).use;
    await call('planner', 'POST', `/api/benefit-uses/${id}/void`, {
      ...{ reason: '个人综合得分录错，应为85.3分', version },
    });
  }
  await use('85.3');
}

/** Months before it is due: three who won’t have done the work are proposed to stay, two begin to hand over. */
export async function prepareTermEnds(office: HistoryOffice): Promise<void> {
  const { call } = office;
  office.on(today);
  const read = async (who: string, query: string) =>
    (await call<{ items: TermEnd[] }>(who, 'GET', `/api/term-ends?pageSize=200&${query}`)).items;
  const staying = (await read('office', 'outcomes=stay')).filter(({ decision }) => !decision);
  const prepared = (await read('office', 'state=proposed')).length;
  for (const { assignmentId, missed } of staying.slice(0, Math.max(3 - prepared, 0))) {
    await call('office', 'POST', `/api/term-ends/${assignmentId}/propose`, {
      ...{ outcome: 'stay', reason: '约束性目标预计期满前不能完成' },
      ...{ remaining: missed.join('、'), stayUntil: '2017-11-30' },
    });
  }
  for (const { assignmentId, handover } of (await read('officer', '')).slice(0, 2)) {
    if (handover.version > 0) continue;
    await call('officer', 'POST', `/api/term-ends/${assignmentId}/handover`, {
      items: [
        { text: '项目和资金资料', done: true },
        { text: '固定资产和办公用品', done: false },
        { text: '村务和帮扶台账', done: false },
      ],
      ...{ takenBy: null, handedOn: null, version: 0 },
    });
  }
}
