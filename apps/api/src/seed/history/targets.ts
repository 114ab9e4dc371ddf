import type { TargetChange, TargetSheet } from '@xuanpai/contracts/target-reports';
import type { JudgedRank } from '@xuanpai/contracts/target-values';
import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { type Measure, measuresOf } from '@xuanpai/domain/targets/measures';
import type { ReportPeriod } from '@xuanpai/domain/targets/periods';
import { createRandom } from '@xuanpai/planner/random';
import { systemActor } from '../../lib/actor.ts';
import { sql } from '../../lib/sql.ts';
import {
  readFrame,
  readTargetVillages,
  readYearFigures,
  type TargetFrame,
} from '../../lib/targets/facts.ts';
import { actOnReports } from '../../modules/targets/acts.ts';
import { adjust, choose, judge, setFigure } from '../../modules/targets/decide.ts';
import { saveSheets } from '../../modules/targets/save.ts';
import { readSheets } from '../../modules/targets/sheets.ts';
import { attachToReport } from './files.ts';
import type { HistoryOffice } from './history-office.ts';
import { buildEachYear } from './infrastructure.ts';

interface Township {
  id: string;
  name: string;
}

/** Two years of reports: most on course, some behind, one township late, one report corrected. */
export async function reportTargets(
  office: HistoryOffice,
  batchId: string,
  townships: readonly Township[],
  until: PlainDate,
): Promise<void> {
  const first = await readFrame(office.deps, batchId, until);
  await decideTargets(office, first);
  await buildEachYear(office, first);
  const incomes = await incomesBefore(office, first);
  const villages = await readTargetVillages(office.deps, first, sql`true`);
  const withVillages = townships.filter(({ id }) => villages.some((one) => one.townshipId === id));
  for (const period of first.periods.filter(({ endsOn }) => endsOn < until)) {
    office.on(addDays(period.endsOn, 6));
    for (const township of withVillages) {
      await reportPeriod(office, { batchId, township, period, incomes });
    }
    if (period.closesYear) await judgeBodies(office, batchId, period);
  }
}

/** The thresholds, families and means that are another in some places. */
async function decideTargets({ deps, planner, on }: HistoryOffice, frame: TargetFrame) {
  const actor = await planner();
  const batchId = frame.batch.id;
  if ((await deps.db.prisma.targetAdjustment.count({ where: { batchId } })) > 0) return;
  on(addDays(frame.batch.startsOn, 20));
  const villages = await readTargetVillages(deps, frame, sql`true`);
  const none = villages.filter((village) => measuresOf(village, frame.templates).length === 0);
  for (const { villageId, tier } of none.filter((one) => one.tier === 'district')) {
    const families = tier === 'district' ? ['fourGoods'] : [];
    await choose(deps, actor, villageId, {
      batchId,
      families,
      reason: '示范书记村，按社区要求推进',
    });
  }
  const incomes = await incomesBefore({ deps }, frame);
  const high = villages.filter(
    (village) =>
      (incomes.get(village.villageId) ?? 0) >= 40_000 &&
      measuresOf(village, frame.templates).some(({ key }) => key === 'operatingIncome'),
  );
  for (const { villageId } of high.slice(0, 3)) {
    await adjust(deps, actor, villageId, {
      ...{ batchId, measureKey: 'operatingIncome', effectiveFrom: frame.batch.startsOn },
      ...{ threshold: '70000', thresholdRank: null, leftOut: false },
      reason: '上年已接近5万元，提高目标',
    });
  }
}

async function incomesBefore({ deps }: Pick<HistoryOffice, 'deps'>, frame: TargetFrame) {
  const villages = await readTargetVillages(deps, frame, sql`true`);
  const figures = await readYearFigures(
    deps,
    villages.map(({ villageId }) => villageId),
  );
  return new Map(
    figures.map(({ villageId, operatingIncome }) => [villageId, operatingIncome ?? 0]),
  );
}

interface Place {
  batchId: string;
  township: Township;
  period: ReportPeriod;
  /** Yuan in the year before the term, by village. */
  incomes: ReadonlyMap<string, number>;
}

/** How far a township comes with a period; late and last ones are left for whoever looks. */
function stageOf({
  township: { name },
  period,
}: Place): 'nothing' | 'draft' | 'sent' | 'confirmed' {
  if (period.key === '2016Q3' && name === '汤头街道') return 'nothing';
  if (period.key !== '2016Q4') return 'confirmed';
  if (name === '郑旺镇') return 'draft';
  return name === '朝阳街道' || name === '相公街道' ? 'sent' : 'confirmed';
}

async function reportPeriod(office: HistoryOffice, place: Place): Promise<void> {
  const { deps } = office;
  const { batchId, township, period } = place;
  const stage = stageOf(place);
  const params = { townshipId: township.id, period: period.key };
  const officer = await office.officerOf(township);
  const before = await readSheets(deps, officer, { ...params, batchId });
  const open = before.sheets.filter(({ status }) => status === 'draft');
  if (stage === 'nothing' || open.length === 0) return;
  const measures = new Map(before.measures.map((measure) => [measure.key, measure]));
  const written = stage === 'draft' ? open.slice(0, Math.ceil(open.length / 2)) : open;
  const changes = written.flatMap((sheet) => valuesOf(sheet, measures, place));
  if (changes.length === 0) return;
  await saveSheets(deps, officer, params, { batchId, changes });
  if (period.closesYear) await attachToReport(office, place);
  if (stage === 'draft') return;
  const act = async (
    who: typeof officer,
    name: 'submit' | 'confirm' | 'return',
    reason?: string,
  ) => {
    const { sheets } = await readSheets(deps, who, { ...params, batchId });
    const ready = sheets.filter(({ acts }) => acts.includes(name));
    const villages = ready.map(({ villageId, version }) => ({ villageId, version }));
    if (villages.length === 0) return;
    await actOnReports(deps, who, name, params, {
      batchId,
      villages,
      ...(reason ? { reason } : {}),
    });
  };
  await act(officer, 'submit');
  if (stage === 'sent') return;
  const head = await office.headOf(township);
  if (period.key === '2016Q1' && township.name === '郑旺镇') {
    await act(head, 'return', '收入与经管站的数不一致，请核对');
    await act(officer, 'submit');
  }
  await act(head, 'confirm');
}

/** A village's values of a period, made from its name and the period: the same each time. */
function valuesOf(
  { villageId, villageName, cells }: TargetSheet,
  measures: ReadonlyMap<string, Pick<Measure, 'kind'>>,
  { period, incomes }: Place,
): TargetChange[] {
  const own = createRandom(seedOf(villageName));
  const pace = 0.75 + own() * 0.6;
  const quarter = Number(period.key.slice(5)) || 4;
  const year = period.year - 2014;
  const gone = (period.year - 2015) * 4 + quarter - 2;
  return cells.flatMap(({ measureKey, asked, before }): TargetChange[] => {
    const measure = measures.get(measureKey);
    if (!measure) return [];
    const chance = createRandom(seedOf(`${villageName} ${measureKey}`))();
    const done = chance < (gone / 7) * pace;
    const changes = (is: NonNullable<TargetChange['is']>) => [
      { villageId, measureKey, was: null, is },
    ];
    switch (measure.kind) {
      case 'yesNo': {
        const wasDone = before?.answer === true;
        if (wasDone || (!asked && !done)) return [];
        return changes({ value: null, answer: done, note: null });
      }
      case 'amount': {
        if (!asked) return [];
        const base = Math.max(8_000, incomes.get(villageId) ?? 0);
        const whole = (base + (50_000 - Math.min(base, 40_000)) * (year / 2)) * pace;
        return changes({
          value: String(Math.round((whole * quarter) / 4 / 100) * 100),
          answer: null,
          note: null,
        });
      }
      case 'relative':
        return changes({
          value: (7.2 + (pace - 1) * 6 + chance).toFixed(1),
          answer: null,
          note: null,
        });
      case 'count':
        return changes({
          value: String(Math.floor((gone / 6) * 4 * pace)),
          answer: null,
          note: null,
        });
      case 'ratio':
        return changes({
          value: (8 + (gone / 7) * 24 * pace).toFixed(1),
          answer: null,
          note: null,
        });
      default:
        return [];
    }
  });
}

function seedOf(text: string): number {
  let seed = 7;
  for (const letter of text) seed = (seed * 31 + letter.charCodeAt(0)) % 2_147_483_647;
  return seed;
}

/** At the end of a year the office judges the bodies, and the statistics office gives its figure. */
async function judgeBodies(office: HistoryOffice, batchId: string, period: ReportPeriod) {
  const { deps } = office;
  const frame = await readFrame(deps, batchId, period.endsOn);
  office.on(addDays(period.endsOn, 8));
  const judgedOn = addDays(period.endsOn, -11);
  const actor = {
    ...systemActor,
    name: '选派办',
    roles: ['office' as const],
    grants: [{ role: 'office' as const, townshipId: null, unitId: null }],
  };
  const known = await deps.db.prisma.targetJudgement.count({
    where: { batchId, judgedOn: new Date(judgedOn) },
  });
  if (known > 0) return;
  const villages = await readTargetVillages(deps, frame, sql`true`);
  for (const village of villages) {
    const judged = measuresOf(village, frame.templates).filter(
      ({ source }) => source === 'judgement',
    );
    for (const { key } of judged) {
      const chance = createRandom(seedOf(`${village.villageName} ${key} ${period.year}`))();
      const rank: JudgedRank = chance < 0.3 ? 'upper' : chance < 0.75 ? 'middle' : 'lower';
      const ground = '年度实地考核和镇街党（工）委意见';
      await judge(deps, actor, village.villageId, {
        batchId,
        measureKey: key,
        rank,
        judgedOn,
        ground,
      });
    }
  }
  const planner = await office.planner();
  const [first] = villages.filter(({ townshipName }) => townshipName === '郑旺镇');
  if (!first) return;
  await setFigure(deps, planner, first.townshipId, {
    ...{
      measureKey: 'incomeGrowth',
      period: period.key,
      value: '8.3',
      source: '区统计局',
      version: null,
    },
  });
}
