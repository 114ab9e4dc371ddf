import {
  AlignmentType,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import {
  mark,
  number,
  officeDocument,
  plain,
  run,
  signed,
  text,
  textWidth,
  title,
} from '../../docx/office-document.ts';

const optional = (name: string, before = '', after = '') =>
  `{#${name}}${before}{${name}}${after}{/${name}}`;

type Line = readonly (readonly [content: string, share: number])[];

/** A line of four cells: two labels with their values. */
const pair = (label: string, value: string, other: string, otherValue: string): Line => [
  ...([
    [label, 18],
    [value, 32],
    [other, 18],
    [otherValue, 32],
  ] as const),
];
/** A label with a field over the rest of the width, and room to sign. */
const field = (label: string, value: string): Line => [
  [label, 18],
  [value, 82],
];

/** 考核登记表: who it is about, the opinions in their order, the grade, what the person said. */
export function annualForm(): Promise<Uint8Array> {
  const lines: [Line, number][] = [
    [pair('姓名', '{姓名}', '性别', '{性别}'), 1],
    [pair('出生年月', '{出生年月}', '政治面貌', optional('政治面貌')), 1],
    [pair('派出单位', '{单位}', '职务', optional('原职务')), 1],
    [pair('编制性质', '{编制性质}', '职级', '{职级}'), 1],
    [pair('任职村', '{镇街}{村}', '任职职务', '{任职职务}'), 1],
    [pair('考核期', '{考核起}至{考核止}', '在任天数', '{在任天数}'), 1],
    [field('个人述职', optional('个人述职')), 6],
    [field('镇街党（工）委意见', optional('镇街意见')), 3],
    [field('派出单位意见', `${optional('单位意见')}${optional('单位党委意见')}`), 3],
    [field('纪检机关意见', optional('纪检意见')), 2],
    [
      field('考核等次', `{等次}${optional('原等次', '（原为', '）')}${optional('等次说明', '　')}`),
      2,
    ],
    [field('确定', `${optional('会议')}　{确定日期}${optional('确定文号', '　')}`), 2],
    [field('本人意见', `${optional('本人意见')}${optional('告知日期', '　')}　签名：`), 2],
  ];
  return officeDocument(
    [
      title('{考核名称}登记表'),
      ...lines.map(([line, height]) => table(line, height)),
      plain('{落款}　{日期}', { alignment: AlignmentType.RIGHT }),
    ],
    { numbered: false },
  );
}

/** Lines have their own numbers of cells, so each is a table that joins the one before. */
function table(line: Line, height: number): FileChild {
  return new Table({
    width: { size: textWidth.portrait, type: WidthType.DXA },
    columnWidths: line.map(([, share]) => widthOf(share)),
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: height * 440, rule: 'atLeast' },
        children: line.map(([content, share], at) => cell(content, share, at % 2 === 0)),
      }),
    ],
  });
}

function widthOf(share: number): number {
  return Math.round((textWidth.portrait * share) / 100);
}

function cell(content: string, share: number, isLabel: boolean): TableCell {
  const alignment = isLabel ? AlignmentType.CENTER : AlignmentType.LEFT;
  return new TableCell({
    width: { size: widthOf(share), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 80, right: 80 },
    children: [
      new Paragraph({ alignment, children: [run(content, isLabel ? 'heading' : 'text', 24)] }),
    ],
  });
}

/** 告知书 to the person, with the part that comes back signed. */
export function gradeNotice(): Promise<Uint8Array> {
  return officeDocument(
    [
      number('考告字〔{年份}〕{编号}号'),
      title('考核结果告知书'),
      plain('{姓名}同志：'),
      text(
        '你在{镇街}{村}任{任职职务}，参加{考核名称}（{考核起}至{考核止}）。经研究，于{确定日期}确定你的考核等次为{等次}{#原等次}（原为{原等次}）{/原等次}，现予告知。',
      ),
      text('对考核等次有异议的，可以在规定期限内提出。'),
      ...signed('{落款}'),
      plain(''),
      plain('本人意见：　同意□　有异议□　拒签□'),
      plain('本人签名：＿＿＿＿＿＿　　＿＿＿＿年＿＿月＿＿日'),
    ],
    { numbered: false },
  );
}

const names = [
  mark('{#人员}'),
  text('{序号}.{姓名}（{镇街}{村}{任职职务}）：{等次}{#原等次}（原为{原等次}）{/原等次}。'),
  mark('{/人员}'),
];

/** 反馈 to the sending unit about its people; the receipt is confirmed in the system. */
export function feedbackUnit(): Promise<Uint8Array> {
  return officeDocument([
    number('考反字〔{年份}〕{编号}号'),
    title('关于反馈{考核名称}结果的函'),
    plain('{单位}：'),
    text('你单位选派到村任职的{人数}名干部参加了{考核名称}。根据干部管理权限，现将结果反馈如下。'),
    ...names,
    text('请将考核登记表归入本人档案，收到后予以确认。'),
    ...signed('{落款}'),
  ]);
}

/** 反馈 to a unit's superior, where that manages the people. */
export function feedbackSuperior(): Promise<Uint8Array> {
  return officeDocument([
    number('考反字〔{年份}〕上{编号}号'),
    title('关于反馈{考核名称}结果的函'),
    plain('{单位}上级主管部门：'),
    text('{单位}由你部门管理的{人数}名选派干部参加了{考核名称}，现将结果反馈如下。'),
    ...names,
    ...signed('{落款}'),
  ]);
}

/** 反馈 to the organisation department about those whom the district manages. */
export function feedbackOrganisation(): Promise<Uint8Array> {
  return officeDocument([
    number('考反字〔{年份}〕组{编号}号'),
    title('关于反馈{考核名称}结果的函'),
    plain('中共{区}委组织部：'),
    text('区管选派干部{人数}名参加了{考核名称}，现将结果反馈如下。'),
    mark('{#人员}'),
    text('{序号}.{姓名}（{单位}，{镇街}{村}{任职职务}）：{等次}。'),
    mark('{/人员}'),
    ...signed('{落款}'),
  ]);
}

/** 说明: an 优秀 of a cadre in a village isn't one of the unit's own (E4). */
export function quotaStatement(): Promise<Uint8Array> {
  return officeDocument([
    number('考说字〔{年份}〕{编号}号'),
    title('关于优秀等次不占单位名额的说明'),
    plain('{单位}：'),
    text(
      '你单位下列{人数}名选派干部在{考核名称}中被评定为优秀等次。按照选派工作有关规定，该等次不占你单位优秀名额。',
    ),
    ...names,
    ...signed('{落款}'),
  ]);
}
