import { type IssueState, issueStateWords } from '@xuanpai/contracts/inspection-findings';
import { helpKindWords, helpStateWords } from '@xuanpai/contracts/support-words';
import { presenceWords, trainingLevelWords } from '@xuanpai/contracts/trainings';
import { postWords } from '@xuanpai/contracts/words';
import type { FileChild } from 'docx';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { heading, officeDocument, text, title } from '../../lib/docx/office-document.ts';
import { officeTable } from '../../lib/docx/office-table.ts';
import { docx, type FileReply } from '../../lib/route.ts';
import { readUnitYear, type UnitYear } from './unit-year.ts';

/** A unit's year as a document in the form of GB/T 9704-2012. */
export async function unitYearDocument(
  deps: Deps,
  actor: Actor,
  { id, year }: { id: string; year: number },
): Promise<FileReply> {
  const of = await readUnitYear(deps, actor, id, year);
  const bytes = await officeDocument([
    title(`${of.name}${year}年选派工作情况`),
    heading('一、组织领导'),
    ...leading(of).map(text),
    heading('二、选派干部和在村工作'),
    ...posts(of),
    heading('三、培训'),
    ...trainings(of),
    heading('四、帮扶'),
    ...help(of),
    heading('五、督查和整改'),
    ...issues(of),
    heading('六、述职考核'),
    text(duty(of)),
  ]);
  return { filename: `${of.name}${year}年选派工作情况.docx`, type: docx, bytes };
}

function leading({ responsiblePerson, contactName, group, township }: UnitYear): string[] {
  // Townships set up an office; a unit may.
  const without = township ? ['办事机构尚未登记。'] : [];
  return [
    `第一责任人${responsiblePerson ?? '尚未登记'}，联络员${contactName ?? '尚未登记'}。`,
    ...(group
      ? [
          `设${group.name}，负责人${group.head}，联系人${group.contactName}${group.document ? `（${group.document}）` : ''}。`,
        ]
      : without),
  ];
}

function posts({ posts: all }: UnitYear): FileChild[] {
  if (all.length === 0) return [text('本年没有选派干部在任。')];
  return [
    text(
      `本年选派干部${new Set(all.map(({ name }) => name)).size}名。在村天数按已确认的月份计算。`,
    ),
    officeTable(
      [
        { heading: '姓名', share: 14 },
        { heading: '任职村', share: 18, words: true },
        { heading: '职务', share: 16 },
        { heading: '任职时间', share: 28 },
        { heading: '在村天数', share: 12 },
        { heading: '因村外出', share: 12 },
      ],
      all.map((one) => [
        ...[one.name, one.village, postWords[one.post].zh],
        `${one.startsOn}至${one.endsOn ?? '今'}`,
        ...[String(one.inVillage), String(one.errands)],
      ]),
    ),
  ];
}

function trainings({ trainings: all }: UnitYear): FileChild[] {
  if (all.length === 0) return [text('本年没有应参加的培训。')];
  const came = all.filter(({ presence }) => presence === 'came');
  const hours = came.reduce((sum, one) => sum + one.hours, 0);
  return [
    text(`应参训${all.length}人次，参训${came.length}人次，共${hours}学时。`),
    officeTable(
      [
        { heading: '姓名', share: 14 },
        { heading: '培训', share: 36, words: true },
        { heading: '层级', share: 10 },
        { heading: '时间', share: 22 },
        { heading: '参训', share: 18, words: true },
      ],
      all.map((one) => [
        ...[one.name, one.topic, trainingLevelWords[one.level].zh],
        one.startsOn === one.endsOn ? one.startsOn : `${one.startsOn}至${one.endsOn}`,
        one.presence === null
          ? '尚未登记'
          : [presenceWords[one.presence].zh, one.reason].filter(Boolean).join('，'),
      ]),
    ),
  ];
}

function help({ help: all }: UnitYear): FileChild[] {
  if (all.length === 0) return [text('本年没有登记帮扶。')];
  return [
    officeTable(
      [
        { heading: '村', share: 18, words: true },
        { heading: '方式', share: 12 },
        { heading: '内容', share: 40, words: true },
        { heading: '金额（元）', share: 16 },
        { heading: '状态', share: 14 },
      ],
      all.map((one) => [
        ...[one.village, helpKindWords[one.kind].zh, one.content, one.amount ?? '–'],
        helpStateWords[one.state].zh,
      ]),
    ),
  ];
}

function issues({ issues: all }: UnitYear): FileChild[] {
  if (all.length === 0) return [text('本年没有督查问题。')];
  const closed = all.filter(({ state }) => state === 'closed').length;
  return [
    text(`督查发现问题${all.length}个，已销号${closed}个。`),
    officeTable(
      [
        { heading: '村', share: 18, words: true },
        { heading: '问题', share: 44, words: true },
        { heading: '整改期限', share: 20 },
        { heading: '状态', share: 18 },
      ],
      all.map((one) => [
        ...[one.village, one.text, one.deadline],
        issueStateWords[one.state as IssueState].zh,
      ]),
    ),
  ];
}

function duty({ report, year }: UnitYear): string {
  if (report === null) return `${year}年述职考核中的选派工作尚未登记。`;
  const result = report.result ? `结果：${report.result}。` : '结果尚未登记。';
  return `述职事项：${report.item}。${result}`;
}
