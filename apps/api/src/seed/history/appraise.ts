import type { AppraisalList, AppraisalRow } from '@xuanpai/contracts/appraisals';
import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { createRandom } from '@xuanpai/planner/random';
import { signOpinions, submitDrafts } from '../../modules/appraisals/acts.ts';
import { readAppraisals } from '../../modules/appraisals/read.ts';
import { writeOpinion } from '../../modules/appraisals/write.ts';
import { issueRule } from '../../modules/work-rules/issue.ts';
import type { HistoryOffice } from './history-office.ts';

interface Township {
  id: string;
  name: string;
}

const day = (text: string) => text as PlainDate;

/** 日常工作考核制度, and a version that follows after a year. */
export async function issueWorkRules(office: HistoryOffice): Promise<void> {
  const { deps } = office;
  if ((await deps.db.prisma.workRule.count()) > 0) return;
  const title = '选派干部日常工作考核制度';
  office.on(day('2015-06-24'));
  await issueRule(deps, await office.planner(), {
    ...{ title, documentNumber: '河组发〔2015〕26号', effectiveFrom: day('2015-07-01'), after: 0 },
    body: ruleText(['']),
  });
  office.on(day('2016-06-20'));
  await issueRule(deps, await office.planner(), {
    ...{ title, documentNumber: '河组发〔2016〕19号', effectiveFrom: day('2016-07-01'), after: 1 },
    body: ruleText([
      '第六条 镇街党（工）委负责人对实绩考核意见签字负责，意见与确认的目标数字一致。',
    ]),
  });
}

function ruleText(more: readonly string[]): string {
  return [
    '第一章 日常管理',
    '第一条 选派干部由区委组织部备案管理，镇街党（工）委负责日常管理和实绩考核。',
    '第二条 区直选派干部每月在任职村工作不少于20天，镇街选派干部每周到村工作2至3天。',
    '第三条 镇街逐月登记在村工作情况，由本人签字、负责人签署后报区；不搞打卡和定位。',
    '第二章 实绩考核',
    '第四条 每期结束后，镇街党（工）委对每名选派干部写出书面实绩考核意见，由负责人签署。',
    '第五条 意见写明做了什么、成效如何、还差什么，作为年度和期满考核的依据。',
    ...more.filter((line) => line !== ''),
  ].join('\n');
}

/** Townships that write about every period; of the others only the latest before the last. */
const thorough = ['郑旺镇', '汤河镇'];

/** Opinions of past periods, signed; of the last one some are written and none is signed yet. */
export async function appraiseCadres(
  office: HistoryOffice,
  batchId: string,
  townships: readonly Township[],
  until: PlainDate,
): Promise<void> {
  office.on(until);
  const { periods } = await listOf(office, batchId, null);
  const over = periods.filter(({ endsOn }) => endsOn < until);
  for (const [at, period] of over.entries()) {
    const left = over.length - 1 - at;
    const own = townships.filter(({ name }) => left === 1 || thorough.includes(name));
    for (const township of own) {
      office.on(addDays(day(period.endsOn), 8));
      const { items } = await listOf(office, batchId, township, period.key);
      const open = items.filter(({ newest }) => newest === null);
      await appraise(office, township, left === 0 ? open.slice(0, 6) : open, left > 0);
    }
  }
}

async function listOf(
  office: HistoryOffice,
  batchId: string,
  township: Township | null,
  period?: string,
): Promise<AppraisalList> {
  const actor = township ? await office.officerOf(township) : await office.planner();
  return readAppraisals(office.deps, actor, {
    ...{ batchId, page: 1, pageSize: 200, sort: 'township' },
    ...(period ? { period } : {}),
  });
}

async function appraise(
  office: HistoryOffice,
  township: Township,
  rows: readonly AppraisalRow[],
  signed: boolean,
): Promise<void> {
  const { deps } = office;
  const officer = await office.officerOf(township);
  for (const row of rows) {
    const { assignmentId, period } = row;
    const opinion = opinionOn(row);
    await writeOpinion(deps, officer, { assignmentId, period }, { opinion, version: 0 });
  }
  const ids = rows.map(({ assignmentId }) => assignmentId);
  const [first] = rows;
  if (!signed || !first) return;
  const drafts = await deps.db.prisma.appraisal.findMany({
    where: { assignmentId: { in: ids }, period: first.period, state: 'draft' },
    select: { id: true, version: true },
  });
  await submitDrafts(deps, officer, { items: drafts });
  const items = drafts.map(({ id, version }) => ({ id, version: version + 1 }));
  await signOpinions(deps, await office.headOf(township), { items, signedOn: deps.today() });
}

const done = [
  '坚持吃住在村，带头落实“三会一课”，班子凝聚力增强。',
  '协调落实帮扶项目，村内道路和排水有明显改善。',
  '牵头流转土地、发展特色种植，村集体有了新的收入。',
  '入户走访勤，矛盾纠纷化解及时，群众评价较好。',
  '组织农民技能培训，帮助困难户找到增收门路。',
];
const lacking = [
  '产业项目用地落实较慢，下一期要抓紧。',
  '档案资料整理还不够规范。',
  '村级制度执行还需要再督促。',
  '与派出单位的沟通可以更主动。',
];

/** Two things done and one that is lacking, the same at every start. */
function opinionOn({ assignmentId, period, cadreName }: AppraisalRow): string {
  const seed = [...(assignmentId + period)].reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003,
    7,
  );
  const random = createRandom(seed);
  const at = (of: readonly string[]) => Math.floor(random() * of.length) % of.length;
  const first = at(done);
  const second = (first + 1 + at(done.slice(1))) % done.length;
  return `${cadreName}同志${done[first]}${done[second]}不足：${lacking[at(lacking)]}`;
}
