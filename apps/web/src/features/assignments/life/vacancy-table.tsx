import type { Vacancy } from '@xuanpai/contracts/vacancies';
import { postWords } from '@xuanpai/contracts/words';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { linkTo } from '../../../paths.ts';
import { Link } from '../../../ui/link.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { TextButton } from '../../../ui/text-button.tsx';

interface VacancyTableProps {
  rows: readonly Vacancy[];
  label: string;
  none: string;
  /** For posts that nobody has held: opens where somebody is sent. */
  onFill?: (vacancy: Vacancy) => void;
}

/** Posts that nobody held, from when to when; who was there before opens where somebody is sent. */
export function VacancyTable({ rows, label, none, onFill }: VacancyTableProps) {
  const text = useText().assignmentActs;
  const words = useText().assignments;
  if (rows.length === 0) return <p>{none}</p>;
  return (
    <PlainTable
      label={label}
      rows={rows}
      rowKey={({ villageId, lead, from }) => `${villageId} ${lead} ${from}`}
      columns={[
        {
          key: 'village',
          title: text.village,
          width: 140,
          phone: 'title',
          cell: ({ villageId, villageName }) => (
            <Link to={linkTo.village(villageId)}>{villageName}</Link>
          ),
        },
        {
          key: 'township',
          title: words.township,
          width: 130,
          phone: 'note',
          cell: (row) => row.townshipName,
        },
        {
          key: 'post',
          title: words.post,
          width: 90,
          phone: 'note',
          cell: ({ lead }) => word(lead ? postWords.firstSecretary : postWords.deputySecretary),
        },
        { key: 'from', title: text.vacantFrom, width: 100, phone: 'note', cell: (row) => row.from },
        {
          key: 'to',
          title: text.vacantTo,
          width: 100,
          cell: ({ to, open }) => (open ? text.now : to),
        },
        {
          key: 'days',
          title: text.vacantDays,
          unit: text.days,
          width: 90,
          align: 'end',
          phone: 'side',
          cell: (row) => row.days,
        },
        {
          key: 'before',
          title: text.predecessor,
          width: 90,
          cell: (row) =>
            row.before ? (
              <Link to={linkTo.assignments({ row: row.before.assignmentId })}>
                {row.before.cadreName}
              </Link>
            ) : (
              row.open && onFill && <TextButton onClick={() => onFill(row)}>{text.fill}</TextButton>
            ),
        },
        { key: 'after', title: text.successorOf, cell: ({ after }) => after?.cadreName },
      ]}
    />
  );
}
