import type { AttendanceMonth, SheetDay, SheetRow } from '@xuanpai/contracts/attendance';
import {
  calendarInWords,
  dayHeading,
  isRest,
  legendOf,
  monthInWords,
  postInWords,
  printedSign,
  requiredInWords,
  rowsOnPage,
  sheetTitle,
  shortInWords,
  signatureLines,
  standingInWords,
} from '@xuanpai/domain/attendance/printed-sheet';
import styles from './print.module.css';

interface PaperPageProps {
  sheet: AttendanceMonth;
  rows: readonly SheetRow[];
  /** From 0. */
  page: number;
  pages: number;
}

/** One side of paper, Chinese in every language: heads, rows, legend, and the lines for signatures. */
export function PaperPage({ sheet, rows, page, pages }: PaperPageProps) {
  return (
    <section className={styles.page}>
      <h2 className={styles.title}>{sheetTitle(sheet)}</h2>
      <p className={styles.line}>
        <span>填报单位：{sheet.township.name}党委（公章）</span>
        <span>{monthInWords(sheet.month)}</span>
        <span>
          第{page + 1}页 共{pages}页　{standingInWords(sheet)}
        </span>
      </p>
      <table className={styles.table}>
        <Heads days={sheet.days} />
        <tbody>
          {rows.map((row, at) => (
            <Row
              key={row.assignmentId}
              row={row}
              days={sheet.days}
              number={page * rowsOnPage + at + 1}
            />
          ))}
        </tbody>
      </table>
      <p className={styles.legend}>
        {legendOf(sheet.rows)}。{calendarInWords(sheet)}
      </p>
      <p className={styles.signatures}>
        {signatureLines.map((label) => (
          <span key={label} className={styles.signature}>
            {label}：<span className={styles.blank} />
          </span>
        ))}
      </p>
    </section>
  );
}

function Heads({ days }: { days: readonly SheetDay[] }) {
  return (
    <thead>
      <tr>
        <th className={styles.number}>序</th>
        <th className={styles.village}>村</th>
        <th className={styles.name}>姓名</th>
        <th className={styles.post}>职务</th>
        {days.map((day) => {
          const { number, below } = dayHeading(day);
          return (
            <th key={day.day} className={isRest(day) ? styles.rest : styles.day}>
              {number}
              <br />
              {below}
            </th>
          );
        })}
        <th className={styles.figure}>
          在村
          <br />
          天数
        </th>
        <th className={styles.figure}>
          应到
          <br />
          天数
        </th>
        <th className={styles.figure}>差额</th>
        <th>本人签字</th>
      </tr>
    </thead>
  );
}

interface RowProps {
  row: SheetRow;
  days: readonly SheetDay[];
  number: number;
}

function Row({ row, days, number }: RowProps) {
  return (
    <tr>
      <td>{number}</td>
      <td className={styles.start}>{row.villageName}</td>
      <td>{row.cadreName}</td>
      <td>{postInWords(row)}</td>
      {days.map((day) => {
        const sign = printedSign(row, day.day);
        return (
          <td key={day.day} className={cellClass(row, day)}>
            {sign.length < 2 ? sign : <span className={styles.halves}>{narrow(sign)}</span>}
          </td>
        );
      })}
      <td>{row.inVillage}</td>
      <td>{requiredInWords(row)}</td>
      <td>{shortInWords(row)}</td>
      <td>{signatureOf(row)}</td>
    </tr>
  );
}

/** √/机 is √机 on paper: a day's column is five millimetres wide. */
function narrow(sign: string): string {
  return /^.\/.$/u.test(sign) ? sign.replace('/', '') : sign;
}

/** Empty while it is to be signed. */
function signatureOf({ signedOn, objection }: SheetRow): string {
  if (objection !== null) return '有异议';
  return signedOn === null ? '' : `已签（${signedOn}）`;
}

function cellClass({ firstDay, lastDay }: SheetRow, day: SheetDay): string | undefined {
  if (day.day < firstDay || day.day > lastDay) return styles.closed;
  return isRest(day) ? styles.rest : undefined;
}
