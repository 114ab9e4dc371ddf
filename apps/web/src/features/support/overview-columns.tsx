import type { Brought, SupportVillage } from '@xuanpai/contracts/support';
import { supportSourceWords } from '@xuanpai/contracts/support-words';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import styles from './support.module.css';
import { partsWords, wanOrDash } from './support-words.ts';

type Text = Dictionary['support'];

/** A village a line: the four, what each brought in the year, what is owed. */
export function overviewColumns(text: Text, sums: Brought | undefined): Column<SupportVillage>[] {
  const money = (source: keyof Brought, title: string, more = {}): Column<SupportVillage> => ({
    ...{ key: source, title, unit: text.wan, width: 106, align: 'end', sortable: true },
    cell: ({ brought }) => wanOrDash(brought[source]),
    total: sums && wanOrDash(sums[source]),
    ...more,
  });
  return [
    {
      key: 'name',
      title: text.village,
      width: 108,
      fixed: true,
      sortable: true,
      phone: 'title',
      cell: ({ villageId, villageName }) => (
        <Link to={linkTo.villageSupport(villageId)}>{villageName}</Link>
      ),
      total: text.total,
    },
    {
      key: 'township',
      title: text.township,
      width: 88,
      sortable: true,
      phone: 'note',
      cell: ({ townshipName }) => townshipName,
    },
    {
      key: 'units',
      title: text.units,
      width: 132,
      cell: ({ units }) => <Units units={units} text={text} />,
    },
    {
      key: 'enterprises',
      title: text.enterprises,
      width: 110,
      cell: ({ enterprises }) => enterprises.join('、') || '–',
    },
    money('publicFund', word(supportSourceWords.publicFund)),
    money('unit', word(supportSourceWords.unit)),
    money('enterprise', word(supportSourceWords.enterprise)),
    money('total', text.total, { phone: 'side', named: true }),
    {
      key: 'projects',
      title: text.projects,
      width: 96,
      align: 'end',
      sortable: true,
      cell: (row) => <Projects row={row} text={text} />,
    },
    {
      key: 'owed',
      title: text.owed,
      width: 104,
      sortable: true,
      cell: ({ owed, late }) =>
        owed === 0 ? (
          '–'
        ) : (
          <StateBadge state={late > 0 ? 'overdue' : 'todo'} word={text.owedCount(owed, late)} />
        ),
    },
    {
      key: 'lacking',
      title: text.lacking,
      phone: 'note',
      cell: ({ lacking }) =>
        lacking.length === 0 ? (
          <StateBadge state="done" word={text.complete} quiet />
        ) : (
          <StateBadge state="hint" word={partsWords(lacking)} />
        ),
    },
    {
      key: 'trainings',
      title: text.trainings,
      width: 84,
      align: 'end',
      hidden: true,
      cell: ({ trainings }) => trainings || '–',
    },
    {
      key: 'visits',
      title: text.visits,
      width: 84,
      align: 'end',
      hidden: true,
      cell: ({ visits }) => visits || '–',
    },
  ];
}

/** The sending units; one whose people are split over villages is told. */
export function Units({ units, text }: { units: SupportVillage['units']; text: Text }) {
  if (units.length === 0) return '–';
  return units.map(({ unitId, unitName, split }, at) => (
    <span key={unitId}>
      {at > 0 && '、'}
      {unitName}
      {split && (
        <span className={styles.amber} title={text.splitHint}>
          （{text.splitUnit}）
        </span>
      )}
    </span>
  ));
}

function Projects({ row, text }: { row: SupportVillage; text: Text }) {
  const { projects, projectsLate, projectsStopped } = row;
  if (projects === 0) return '–';
  const told = [
    projectsLate > 0 ? text.projectsLate(projectsLate) : '',
    projectsStopped > 0 ? text.projectsStopped(projectsStopped) : '',
  ].filter((one) => one !== '');
  return (
    <span title={told.join('')}>
      {projects}
      {told.length > 0 && <span className={styles.amber}>{told[0]}</span>}
    </span>
  );
}
