import type { QueryOf } from '@xuanpai/contracts/endpoint';
import { postWords } from '@xuanpai/contracts/words';
import type {
  ExpenseAccount,
  ExpensePerson,
  exportWorkExpenses,
} from '@xuanpai/contracts/work-expenses';
import { fenOf, moneyText } from '@xuanpai/domain/office/money';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import { readAllWorkExpenses } from './read.ts';

interface Line {
  account: ExpenseAccount;
  person: ExpensePerson;
}

interface Column extends SheetColumn {
  value(line: Line, at: number): SheetValue;
}

const columns: Column[] = [
  { heading: '序号', kind: 'number', width: 6, value: (_, at) => at + 1 },
  { heading: '派出单位', kind: 'text', width: 26, value: ({ account }) => account.unitName },
  { heading: '姓名', kind: 'text', width: 10, value: ({ person }) => person.cadreName },
  {
    heading: '任职村',
    kind: 'text',
    width: 22,
    value: ({ person }) => person.townshipName + person.villageName,
  },
  { heading: '职务', kind: 'text', width: 12, value: ({ person }) => postWords[person.post].zh },
  { heading: '起', kind: 'date', width: 12, value: ({ person }) => person.from },
  { heading: '止', kind: 'date', width: 12, value: ({ person }) => person.to },
  { heading: '天数', kind: 'number', width: 8, value: ({ person }) => person.days },
  { heading: '应付（元）', kind: 'money', width: 14, value: ({ person }) => person.due },
  { heading: '已付（元）', kind: 'money', width: 14, value: ({ person }) => person.paid },
  { heading: '已用（元）', kind: 'money', width: 14, value: ({ person }) => person.used },
  { heading: '未付（元）', kind: 'money', width: 14, value: ({ person }) => person.outstanding },
  {
    heading: '说明',
    kind: 'text',
    width: 30,
    value: ({ person, account }) =>
      [
        person.sharedWith.length > 0 ? `与${person.sharedWith.join('、')}前后任` : '',
        account.closedAt === null ? '' : '已办结',
        account.note ?? '',
      ]
        .filter(Boolean)
        .join('；'),
  },
];

/** 工作经费台账: a line for each person, by unit. */
export async function expenseSheet(
  deps: Deps,
  actor: Actor,
  query: QueryOf<typeof exportWorkExpenses>,
): Promise<FileReply> {
  const { year, accounts } = await readAllWorkExpenses(deps, actor, query);
  const lines = accounts.flatMap((account) =>
    account.people.map((person): Line => ({ account, person })),
  );
  const sum = (of: (person: ExpensePerson) => string) =>
    moneyText(lines.reduce((fen, { person }) => fen + fenOf(of(person)), 0));
  const span = year ? `${year.startsOn}至${year.endsOn}` : '';
  const bytes = await writeSheet({
    sheetName: '工作经费台账',
    title: '选派干部工作经费台账',
    note: `任职年：${span}    制表日期：${deps.today()}    依据：四（四）4`,
    columns,
    rows: lines.map((line, at) => columns.map(({ value }) => value(line, at))),
    totals: [
      ...['合计', '', '', '', '', '', '', ''],
      ...[sum(({ due }) => due), sum(({ paid }) => paid), sum(({ used }) => used)],
      ...[sum(({ outstanding }) => outstanding), ''],
    ],
    print: { landscape: true },
  });
  return { filename: `工作经费台账 ${deps.today()}.xlsx`, type: xlsx, bytes };
}
