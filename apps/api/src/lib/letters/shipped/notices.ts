import {
  heading,
  mark,
  number,
  officeDocument,
  plain,
  signed,
  text,
  title,
} from '../../docx/office-document.ts';

/** 任职通知 to a unit about its people. */
export function unitNotice(): Promise<Uint8Array> {
  return officeDocument([
    number('任通字〔{年份}〕{编号}号'),
    title('关于选派干部到村任职的通知'),
    plain('{单位}：'),
    text(
      '根据{文号}确定的选派方案，从你单位选派{人数}名干部，到{村数}个村任职。现将有关事项通知如下。',
    ),
    heading('一、任职人员'),
    mark('{#人员}'),
    text(
      '{序号}.{姓名}，{性别}，{出生年月}出生{#原职务}，{原职务}{/原职务}，{任职表述}（{镇街}），自{任期起}起{#任期止}，至{任期止}止{/任期止}。',
    ),
    mark('{/人员}'),
    heading('二、有关事项'),
    text(
      '请你单位抓紧安排工作交接，通知上述同志持介绍信到镇街报到。任职期间，上述同志不再承担原岗位工作，党员组织关系转到任职村，人事和工资关系保留在原单位。',
    ),
    text('请明确专人与我部和所在镇街联系，帮助上述同志解决工作和生活上的实际困难。'),
    ...signed('{落款}'),
  ]);
}

/** 任职通知 to a township's Party committee: who takes which post in its villages, by kind. */
export function townshipNotice(): Promise<Uint8Array> {
  return officeDocument([
    number('任通字〔{年份}〕镇街{编号}号'),
    title('关于{镇街}到村任职干部名单的通知'),
    plain('{镇街党委}：'),
    text('根据{文号}确定的选派方案，选派{人数}名干部到你镇街{村数}个村任职。现将名单通知如下。'),
    mark('{#分组}'),
    heading('{组序}、{任职方式}（{组人数}名）'),
    mark('{#人员}'),
    text('{序号}.{姓名}（{单位}{#原职务}{原职务}{/原职务}），{任职表述}。'),
    mark('{/人员}'),
    mark('{/分组}'),
    text(
      '请按任职方式及时办理任职手续，将任职文件报我部备案，安排好上述同志的报到、分工和食宿，并承担日常管理和实绩考核工作。',
    ),
    ...signed('{落款}'),
  ]);
}
