import type { SummaryGroup, SummaryItem } from '@xuanpai/contracts/attendance-files';
import { leaveKinds, markWords } from '@xuanpai/contracts/attendance-marks';
import { word } from '../../../locales/word.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import { linkTo } from '../../../paths.ts';
import { Link } from '../../../ui/link.tsx';
import type { Column } from '../../../ui/table-column.ts';
import styles from './summary.module.css';

interface SummaryColumns {
  by: SummaryGroup;
  months: readonly string[];
  items: readonly SummaryItem[];
  text: Dictionary['attendanceFiles'];
}

/** Who, a column a month with days in the village of those required, the sums, and the leave. */
export function summaryColumns({ by, months, items, text }: SummaryColumns): Column<SummaryItem>[] {
  const figure = (
    key: string,
    title: string,
    value: (item: SummaryItem) => number,
  ): Column<SummaryItem> => ({
    key,
    title,
    width: 72,
    align: 'end',
    cell: (item) => value(item) || '',
  });
  const leave = leaveKinds.filter((kind) => items.some((item) => item.leave[kind]));
  return [
    ...whoColumns(by, text),
    ...months.map(
      (month): Column<SummaryItem> => ({
        key: month,
        title: text.monthOnly(Number(month.slice(5))),
        width: 76,
        align: 'end',
        cell: (item) => <Month item={item} month={month} text={text} />,
      }),
    ),
    { ...figure('inVillage', text.inVillage, ({ total }) => total.inVillage), phone: 'side' },
    figure('required', text.required, ({ total }) => total.required),
    figure('short', text.short, ({ total }) => total.short),
    ...leave.map((kind) => figure(kind, word(markWords[kind]), (item) => item.leave[kind] ?? 0)),
    figure('unconfirmed', text.unconfirmed, ({ unconfirmed }) => unconfirmed),
  ];
}

function whoColumns(by: SummaryGroup, text: SummaryColumns['text']): Column<SummaryItem>[] {
  const name: Column<SummaryItem> = {
    key: 'name',
    title: by === 'cadre' ? text.name : text[by],
    width: by === 'cadre' ? 84 : 200,
    fixed: true,
    phone: 'title',
    cell: ({ id, name: who }) => {
      if (by === 'cadre') return <Link to={linkTo.cadreAttendance(id)}>{who}</Link>;
      return who;
    },
  };
  if (by !== 'cadre') {
    return [
      name,
      {
        key: 'cadres',
        title: text.cadres,
        width: 72,
        align: 'end',
        phone: 'note',
        cell: ({ cadres }) => cadres,
      },
    ];
  }
  return [
    {
      key: 'village',
      title: text.village,
      width: 120,
      phone: 'note',
      cell: ({ villageName }) => villageName,
    },
    name,
    {
      key: 'unit',
      title: text.unit,
      width: 150,
      phone: 'note',
      cell: ({ unitName }) => unitName,
    },
  ];
}

/** 19/20, with what is short said in words for those who don't see the colour. */
function Month({
  item,
  month,
  text,
}: { item: SummaryItem; month: string } & Pick<SummaryColumns, 'text'>) {
  const figures = item.months[month];
  if (!figures) return null;
  const { inVillage, required, short } = figures;
  return (
    <span
      className={short > 0 ? styles.short : undefined}
      title={short > 0 ? text.shortBy(short) : undefined}
    >
      {inVillage}
      <span className={styles.of}>/{required}</span>
    </span>
  );
}
