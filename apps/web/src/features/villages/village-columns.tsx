import type { Village } from '@xuanpai/contracts/villages';
import { tierWords } from '@xuanpai/contracts/words';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { countText, kindsText, wan, yuan } from './village-words.ts';

/** The columns of the list; those of the batch only where there is one. */
export function villageColumns(text: Dictionary['villages'], hasBatch: boolean): Column<Village>[] {
  return [
    {
      key: 'name',
      title: text.name,
      width: 112,
      sortable: true,
      fixed: true,
      phone: 'title',
      cell: (village) => <strong>{village.name}</strong>,
    },
    {
      key: 'township',
      title: text.township,
      width: 108,
      sortable: true,
      phone: 'note',
      cell: (village) => village.townshipName,
    },
    ...(hasBatch ? batchColumns(text) : []),
    ...figureColumns(text),
    { key: 'mainIndustry', title: text.mainIndustry, cell: (village) => village.mainIndustry },
    {
      key: 'code',
      title: text.code,
      width: 120,
      sortable: true,
      hidden: true,
      cell: (village) => village.code,
    },
    { key: 'note', title: text.villageNote, hidden: true, cell: (village) => village.note },
  ];
}

function batchColumns(text: Dictionary['villages']): Column<Village>[] {
  return [
    {
      key: 'kinds',
      title: text.kinds,
      width: 176,
      phone: 'note',
      cell: ({ batch }) => batch && kindsText(batch, text),
    },
    {
      key: 'tier',
      title: text.tier,
      width: 80,
      phone: 'side',
      cell: ({ batch }) =>
        batch &&
        (batch.tier === null ? (
          <StateBadge state="toVerify" word={text.tierOpen} />
        ) : (
          word(tierWords[batch.tier])
        )),
    },
  ];
}

function figureColumns(text: Dictionary['villages']): Column<Village>[] {
  return [
    {
      key: 'households',
      title: text.households,
      width: 68,
      sortable: true,
      align: 'end',
      cell: (village) => countText(village.households),
    },
    {
      key: 'population',
      title: text.population,
      width: 72,
      sortable: true,
      align: 'end',
      cell: (village) => countText(village.population),
    },
    {
      key: 'partyMembers',
      title: text.partyMembers,
      width: 64,
      sortable: true,
      align: 'end',
      cell: (village) => countText(village.partyMembers),
    },
    {
      key: 'operatingIncome',
      title: text.income,
      unit: text.wan,
      width: 116,
      sortable: true,
      align: 'end',
      cell: ({ latestYear }) => wan(latestYear?.operatingIncome),
    },
    {
      key: 'netIncomePerHead',
      title: text.netIncomePerHead,
      unit: text.yuan,
      width: 120,
      hidden: true,
      align: 'end',
      cell: ({ latestYear }) => yuan(latestYear?.netIncomePerHead),
    },
    {
      key: 'infrastructureInvestment',
      title: text.infrastructureInvestment,
      unit: text.wan,
      width: 140,
      hidden: true,
      align: 'end',
      cell: ({ latestYear }) => wan(latestYear?.infrastructureInvestment),
    },
  ];
}
