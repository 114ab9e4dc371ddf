import type { Month } from '@xuanpai/contracts/attendance';
import type { Inspection } from '@xuanpai/contracts/inspections';
import { readComparison } from '../../modules/inspections/comparison-read.ts';
import { score, setUp } from '../../modules/inspections/comparison-write.ts';
import { saveGroup, saveReport } from '../../modules/inspections/organisation.ts';
import type { HistoryOffice } from './history-office.ts';
import { day, known, villagesOf } from './supervision-helpers.ts';

/** The district's office, and one in each township. */
export async function setUpOffices(office: HistoryOffice): Promise<void> {
  const { deps } = office;
  if ((await deps.db.prisma.officeGroup.count()) > 0) return;
  office.on(day('2015-06-10'));
  const planner = await office.planner();
  const common = {
    ...{ contactPhone: null, setUpOn: day('2015-05-12'), version: 0 },
    document: '河组发〔2015〕19号',
  };
  await saveGroup(deps, planner, null, {
    ...{ ...common, name: '区选派“第一书记”工作办公室', head: '区委组织部副部长' },
    contactName: '王晓东',
  });
  const townships = await deps.db.prisma.unit.findMany({
    where: { kind: 'townshipOffice' },
    orderBy: { name: 'asc' },
  });
  for (const { id, name } of townships) {
    await saveGroup(deps, planner, id, {
      ...{ ...common, name: `${name}选派工作办公室`, head: '党委副书记' },
      contactName: '组织干事',
    });
  }
}

/** Most units have reported; of the last year some results are still to come. */
export async function reportDuty(office: HistoryOffice, month: Month): Promise<void> {
  const { deps } = office;
  const year = Number(month.slice(0, 4));
  if ((await deps.db.prisma.dutyReport.count({ where: { year } })) > 0) return;
  const on = day(`${month}-28`);
  office.on(on);
  const planner = await office.planner();
  const units = await deps.db.prisma.unit.findMany({
    where: { kind: { not: 'townshipOffice' }, cadres: { some: { assignments: { some: {} } } } },
    orderBy: { name: 'asc' },
    take: 40,
  });
  for (const [at, { id }] of units.entries()) {
    const told = year === 2015 || at % 4 !== 3;
    await saveReport(
      deps,
      planner,
      { id, year },
      {
        ...{ item: '选派干部到村任职和帮扶工作', document: null, reportedOn: on, version: 0 },
        result: told ? (at % 5 === 0 ? '好' : '较好') : null,
      },
    );
  }
}

/** 观摩评比 of eight villages by three judges, one of whom is still to judge the last. */
export async function compareVillages(office: HistoryOffice): Promise<void> {
  const { call, deps } = office;
  const subject = '秋冬季观摩评比';
  const on = day('2016-11-16');
  if (await known(office, subject, on)) return;
  office.on(on);
  const villages = (await villagesOf(office, '郑旺镇')).slice(0, 8);
  const { id, version } = await call<Inspection>('inspector', 'POST', '/api/inspections', {
    ...{ kind: 'comparison', day: on, subject, team: '区选派办、督查组' },
    villageIds: villages.map((village) => village.id),
  });
  const inspector = await office.planner();
  const most = { 产业发展: 40, 村容村貌: 30, 组织建设: 30 };
  await setUp(deps, inspector, id, {
    criteria: Object.entries(most).map(([name, points]) => ({ name, most: points })),
    judges: ['张立群', '陈思远', '何建平'].map((name) => ({ name })),
    version,
  });
  const { criteria, judges } = await readComparison(deps, inspector, id);
  const scores = villages.flatMap((village, v) =>
    criteria.flatMap((criterion, c) =>
      judges.flatMap((judge, j) =>
        v === villages.length - 1 && j === judges.length - 1
          ? []
          : [
              {
                ...{ villageId: village.id, criterionId: criterion.id, judgeId: judge.id },
                points: criterion.most - 3 - ((v * 7 + c * 3 + j * 2) % 11),
              },
            ],
      ),
    ),
  );
  await score(deps, inspector, id, { scores, version: version + 1 });
}
