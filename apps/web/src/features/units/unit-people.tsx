import { useQuery } from '@tanstack/react-query';
import type { Cadre } from '@xuanpai/contracts/cadres';
import { categoryWords, rankWords } from '@xuanpai/contracts/words';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import type { Column } from '../../ui/table-column.ts';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { peopleQuery } from './queries.ts';

interface UnitPeopleProps {
  unitId: string;
  batchId: string | null;
  /** Beside the list there is room for name and position only. */
  brief?: boolean;
}

/** The unit's people in the register. */
export function UnitPeople({ unitId, batchId, brief = false }: UnitPeopleProps) {
  const text = useText().units;
  const query = useQuery(peopleQuery(unitId, batchId));
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton lines={3} />;
  const { items } = query.data;
  if (items.length === 0) return <p>{text.noPeople}</p>;
  const columns: Column<Cadre>[] = [
    {
      key: 'name',
      title: text.person,
      width: 84,
      phone: 'title',
      cell: (cadre) => <Link to={linkTo.cadre(cadre.id)}>{cadre.name}</Link>,
    },
    { key: 'position', title: text.position, phone: 'note', cell: (cadre) => cadre.position },
    ...(brief ? [] : moreColumns(text)),
  ];
  return (
    <PlainTable label={text.own} columns={columns} rows={items} rowKey={(cadre) => cadre.id} />
  );
}

function moreColumns(text: ReturnType<typeof useText>['units']): Column<Cadre>[] {
  return [
    { key: 'rank', title: text.rank, width: 96, cell: (cadre) => word(rankWords[cadre.rank]) },
    {
      key: 'category',
      title: text.category,
      width: 120,
      phone: 'side',
      cell: ({ category }) => (category ? word(categoryWords[category]) : '–'),
    },
    {
      key: 'village',
      title: text.village,
      width: 120,
      phone: 'note',
      cell: (cadre) => cadre.villageName ?? '–',
    },
  ];
}
