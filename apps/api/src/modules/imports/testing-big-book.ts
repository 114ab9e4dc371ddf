import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { checkDigitOf } from '@xuanpai/domain/office/id-number';
import ExcelJS from 'exceljs';

/** For tests and benches only: a book of as many cadres as asked for, each with an ID number of their own. */
const headings = [
  '姓名',
  '性别',
  '民族',
  '出生年月',
  '身份证号码',
  '籍贯',
  '政治面貌',
  '入党时间',
  '参加工作时间',
  '学历',
  '工作单位',
  '现任职务',
  '职级',
  '编制性质',
  '选派类别',
  '专业特长',
  '健康状况',
  '联系电话',
];

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志红文斌鹏飞宁波海燕'];

export interface BigBook {
  rows: number;
  /** A unit of the register. */
  unit: string;
  category: string;
  /** Every how manieth row is wrong: its rank is no rank. */
  wrongEvery?: number;
  /** The first cadre's number; books with other numbers hold other people. */
  from?: number;
}

export async function bigBook({ rows, from = 0, ...book }: BigBook): Promise<Buffer> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream });
  const sheet = workbook.addWorksheet('花名册');
  sheet.addRow(headings).commit();
  for (let at = 0; at < rows; at += 1) sheet.addRow(cadre(from + at, book)).commit();
  sheet.commit();
  await workbook.commit();
  return bytes;
}

function cadre(number: number, { unit, category, wrongEvery = 0 }: Omit<BigBook, 'rows' | 'from'>) {
  const idNumber = numberedId(number);
  const name = `${pick(surnames, number)}${pick(given, number >> 3)}${pick(given, number >> 7)}`;
  const isWrong = wrongEvery > 0 && number % wrongEvery === wrongEvery - 1;
  return [
    name,
    Number(idNumber[16]) % 2 === 1 ? '男' : '女',
    '汉族',
    `${idNumber.slice(6, 10)}.${idNumber.slice(10, 12)}`,
    idNumber,
    '山东临沂',
    '中共党员',
    '2004.07',
    '2000.09',
    '大学',
    unit,
    `科员${number % 40}`,
    isWrong ? '局级' : '副科级',
    '行政',
    category,
    '党建',
    '良好',
    `139${String(number).padStart(8, '0')}`,
  ];
}

const days = 5_000;

/** Born from 1970 on; the order of the day tells apart who is born on the same one. */
function numberedId(number: number): string {
  const bornOn = new Date(Date.UTC(1970, 0, 1 + (number % days))).toISOString().slice(0, 10);
  const order = String(1 + Math.floor(number / days)).padStart(3, '0');
  const first17 = `371302${bornOn.replaceAll('-', '')}${order}`;
  return first17 + checkDigitOf(first17);
}

function pick(from: readonly string[], at: number): string {
  return from[at % from.length] ?? '';
}
