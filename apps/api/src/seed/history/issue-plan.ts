import type { Plan } from '@xuanpai/contracts/plans';
import type { HistoryOffice } from './history-office.ts';

interface NominationItem {
  id: string;
  cadreId: string;
  category: string;
  version: number;
}

/** The office's dispatch of 2015: the nine settled, all placed, decided, confirmed and issued. */
export async function issuePlan(office: HistoryOffice): Promise<void> {
  const { call } = office;
  const { items } = await call<{ items: { id: string }[] }>('planner', 'GET', '/api/batches');
  const batch = `/api/batches/${items[0]?.id}`;
  const plans = await call<{ items: { status: string }[] }>('planner', 'GET', `${batch}/plans`);
  if (plans.items.some(({ status }) => status === 'issued')) return;

  const { id, cadres } = await call<Plan>('planner', 'POST', `${batch}/plans`, {});
  const doubtful = cadres.filter(({ eligible }) => !eligible).map(({ cadreId }) => cadreId);
  const [replaced, ...corrected] = doubtful;
  for (const cadreId of corrected) await correct(office, cadreId);
  if (replaced) await replaceNominee(office, batch, replaced);

  const plan = `/api/plans/${id}`;
  const solving = await call<{ runId: string }>('planner', 'POST', `${plan}/solve`, {
    seed: 1,
    prove: false,
  });
  await untilDone(office, `${plan}/runs/${solving.runId}`);
  const version = async () => (await call<Plan>('planner', 'GET', plan)).version;
  await call('planner', 'POST', `${plan}/approval`, {
    meeting: '区委常委会第12次会议',
    date: '2015-04-24',
    minutesNumber: '河委纪要〔2015〕12号',
    documentNumber: '河组发〔2015〕18号',
    version: await version(),
  });
  await call('office', 'POST', `${plan}/confirm`, { version: await version() });
  await call('planner', 'POST', `${plan}/publish`, { version: await version() });
}

/** The file shows an earlier party date than the register had. */
async function correct({ call }: HistoryOffice, cadreId: string) {
  const path = `/api/cadres/${cadreId}`;
  const { version } = await call<{ version: number }>('planner', 'GET', path);
  await call('planner', 'PATCH', path, {
    joinedOn: '2010-07-01',
    fullMemberOn: '2011-07-01',
    document: '干部档案第六类',
    version,
  });
}

/** The file confirmed what the register had: the unit names another of its cadres. */
async function replaceNominee({ call }: HistoryOffice, batch: string, cadreId: string) {
  const { items } = await call<{ items: NominationItem[] }>(
    'planner',
    'GET',
    `${batch}/nominations?pageSize=200&q=${encodeURIComponent(await nameOf())}`,
  );
  const nomination = items.find((item) => item.cadreId === cadreId);
  if (!nomination) throw new Error('the nominee to replace is not there');
  const { unitId } = await call<{ unitId: string }>('planner', 'GET', `/api/cadres/${cadreId}`);
  await call('planner', 'POST', `${batch}/nominations/${nomination.id}/replace`, {
    cadre: {
      name: '程立军',
      unitId,
      idNumber: '371399198103120013',
      rank: 'deputySection',
      staffingType: 'administrative',
      speciality: 'partyBuilding',
      joinedOn: '2004-07-01',
      fullMemberOn: '2005-07-01',
    },
    category: nomination.category,
    reason: '原人选入党时间经查档属实，不符合条件',
    version: nomination.version,
  });

  async function nameOf() {
    const { name } = await call<{ name: string }>('planner', 'GET', `/api/cadres/${cadreId}`);
    return name;
  }
}

async function untilDone({ call }: HistoryOffice, path: string) {
  for (;;) {
    const { status } = await call<{ status: string }>('planner', 'GET', path);
    if (status === 'done') return;
    if (status === 'failed' || status === 'cancelled') throw new Error(`the run is ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
