import type { Project } from '@xuanpai/contracts/projects';
import { projectKindWords } from '@xuanpai/contracts/support-words';
import { formatWan } from '../../lib/format.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { MoneyBar } from './money-bar.tsx';
import { projectStanding } from './support-words.ts';

type Text = Dictionary['support'];

/** A project a line, with a bar of what came in and was spent of what is planned. */
export function projectColumns(text: Text, places: 'district' | 'township' | 'village') {
  const money = (key: 'planned' | 'received' | 'spent'): Column<Project> => ({
    ...{ key, title: text[key], unit: text.wan, width: 100, align: 'end', sortable: true },
    ...(key === 'planned' ? { phone: 'note', named: true } : {}),
    cell: (row) => formatWan(row[key], 2),
  });
  const columns: Column<Project>[] = [
    {
      key: 'name',
      title: text.project,
      width: 190,
      fixed: true,
      sortable: true,
      phone: 'title',
      cell: ({ id, name }) => <Link to={linkTo.supportProject(id)}>{name}</Link>,
    },
    {
      key: 'village',
      title: text.village,
      width: places === 'district' ? 150 : 100,
      sortable: true,
      phone: 'note',
      cell: ({ townshipName, villageName }) =>
        places === 'district' ? `${townshipName} ${villageName}` : villageName,
    },
    {
      key: 'kind',
      title: text.kind,
      width: 84,
      cell: ({ kind }) => word(projectKindWords[kind]),
    },
    money('planned'),
    money('received'),
    money('spent'),
    {
      key: 'bar',
      title: text.share,
      width: 130,
      cell: (row) => <MoneyBar {...row} />,
    },
    {
      key: 'milestones',
      title: text.milestones,
      width: 64,
      align: 'end',
      cell: ({ milestones, milestonesDone }) =>
        milestones === 0 ? '–' : `${milestonesDone}/${milestones}`,
    },
    {
      key: 'nextDue',
      title: text.next,
      sortable: true,
      phone: 'note',
      cell: ({ nextMilestone, nextDueOn, state }) =>
        nextMilestone === null || state === 'stopped' || state === 'accepted'
          ? '–'
          : text.nextOf(nextMilestone, nextDueOn ?? ''),
    },
    {
      key: 'state',
      title: text.state,
      width: 110,
      sortable: true,
      phone: 'side',
      cell: (row) => <StateBadge {...projectStanding(row, text)} quiet />,
    },
  ];
  return places === 'village' ? columns.filter(({ key }) => key !== 'village') : columns;
}
