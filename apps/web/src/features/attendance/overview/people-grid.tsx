import type { SheetDay } from '@xuanpai/contracts/attendance';
import { useMemo } from 'react';
import { useGo } from '../../../lib/links.ts';
import { useIsPhone } from '../../../lib/media.ts';
import { useText } from '../../../locales/use-text.ts';
import { linkTo } from '../../../paths.ts';
import { Link } from '../../../ui/link.tsx';
import { MonthGrid } from '../../../ui/month-grid/month-grid.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import type { Column } from '../../../ui/table-column.ts';
import { formatAmount } from '../amounts.ts';
import { signOfCell } from '../mark-words.ts';
import { dayColumns, gridRow, leftColumns, type ReadRow, rightColumns } from './people-rows.ts';

interface PeopleGridProps {
  label: string;
  days: readonly SheetDay[];
  rows: readonly ReadRow[];
  /** By id, where people of several townships stand together. */
  townships?: ReadonlyMap<string, string>;
  /** Without what somebody is short of: people aren't compared by it (M8). */
  withoutShort?: boolean;
}

/** People's days of a month, to read and to copy; on the telephone their figures. Enter opens a card. */
export function PeopleGrid(props: PeopleGridProps) {
  const { label, days, rows, townships, withoutShort = false } = props;
  const text = useText().attendanceOverview;
  const go = useGo();
  const phone = useIsPhone();
  const columns = useMemo(
    () => ({
      left: leftColumns(text, townships !== undefined),
      days: dayColumns(days, text),
      right: rightColumns(text, withoutShort),
    }),
    [text, days, townships, withoutShort],
  );
  const gridRows = useMemo(
    () =>
      rows.map((row) => {
        const townshipName = townships ? (townships.get(row.townshipId) ?? '') : null;
        return gridRow(row, days, { townshipName, text, withoutShort });
      }),
    [rows, days, townships, text, withoutShort],
  );
  if (phone) return <PeopleList {...{ label, rows, withoutShort }} />;
  const cadreOf = (id: string) => rows.find(({ assignmentId }) => assignmentId === id)?.cadreId;
  return (
    <MonthGrid
      readOnly
      label={label}
      leftColumns={columns.left}
      days={columns.days}
      rightColumns={columns.right}
      rows={gridRows}
      words={text.people}
      keyToValue={nothing}
      parse={nothing}
      format={(value) => signOfCell(value)}
      onOpen={(id) => {
        const cadreId = cadreOf(id);
        if (cadreId !== undefined) go(linkTo.cadreAttendance(cadreId));
      }}
    />
  );
}

function nothing(): undefined {
  return undefined;
}

/** On the telephone: who, where, and how many days. */
type PeopleListProps = Pick<PeopleGridProps, 'label' | 'rows'> & { withoutShort: boolean };

function PeopleList({ label, rows, withoutShort }: PeopleListProps) {
  const text = useText().attendanceOverview.people;
  const columns: Column<ReadRow>[] = [
    {
      key: 'name',
      title: text.name,
      phone: 'title',
      cell: ({ cadreId, cadreName }) => (
        <Link to={linkTo.cadreAttendance(cadreId)}>{cadreName}</Link>
      ),
    },
    {
      key: 'village',
      title: text.village,
      phone: 'side',
      cell: ({ villageName }) => villageName,
    },
    {
      key: 'figures',
      title: text.inVillage,
      phone: 'note',
      cell: ({ inVillage, required, short }) =>
        text.figures(
          formatAmount(inVillage),
          formatAmount(required),
          formatAmount(withoutShort ? 0 : short),
        ),
    },
  ];
  return (
    <RowList
      label={label}
      columns={columns}
      rows={rows}
      rowKey={({ assignmentId }) => assignmentId}
    />
  );
}
