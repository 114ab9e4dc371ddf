import type { Cadre } from '@xuanpai/contracts/cadres';
import {
  categoryWords,
  rankWords,
  sexWords,
  specialityWords,
  staffingTypeWords,
  tierWords,
} from '@xuanpai/contracts/words';
import { formatMonth } from '../../lib/format.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { Column } from '../../ui/table-column.ts';

const month = (day: string | null) => (day === null ? '–' : formatMonth(day));

/** The columns of the list; those of the batch only where there is one. */
export function cadreColumns(text: Dictionary['cadres'], hasBatch: boolean): Column<Cadre>[] {
  return [
    {
      key: 'name',
      title: text.name,
      width: 84,
      sortable: true,
      fixed: true,
      phone: 'title',
      cell: (cadre) => <strong>{cadre.name}</strong>,
    },
    {
      key: 'unit',
      title: text.unit,
      width: 140,
      sortable: true,
      phone: 'note',
      cell: (cadre) => cadre.unitName,
    },
    {
      key: 'position',
      title: text.position,
      width: 120,
      phone: 'note',
      cell: (cadre) => cadre.position,
    },
    {
      key: 'rank',
      title: text.rank,
      width: 84,
      sortable: true,
      cell: (cadre) => word(rankWords[cadre.rank]),
    },
    ...(hasBatch ? batchColumns(text) : []),
    ...personColumns(text),
    ...moreColumns(text),
  ];
}

function batchColumns(text: Dictionary['cadres']): Column<Cadre>[] {
  return [
    {
      key: 'category',
      title: text.category,
      width: 104,
      phone: 'side',
      cell: ({ category }) => category && word(categoryWords[category]),
    },
    {
      key: 'tier',
      title: text.tier,
      width: 80,
      hidden: true,
      cell: ({ tier }) => tier && word(tierWords[tier]),
    },
    { key: 'village', title: text.village, width: 110, cell: (cadre) => cadre.villageName },
  ];
}

function personColumns(text: Dictionary['cadres']): Column<Cadre>[] {
  return [
    {
      key: 'bornOn',
      title: text.bornOn,
      width: 84,
      sortable: true,
      cell: (cadre) => month(cadre.bornOn),
    },
    {
      key: 'joinedOn',
      title: text.joinedOn,
      width: 84,
      sortable: true,
      cell: (cadre) => month(cadre.joinedOn),
    },
    {
      key: 'fullMemberOn',
      title: text.fullMemberOn,
      width: 84,
      cell: (cadre) => month(cadre.fullMemberOn),
    },
    {
      key: 'speciality',
      title: text.speciality,
      width: 84,
      cell: (cadre) => word(specialityWords[cadre.speciality]),
    },
    { key: 'phone', title: text.phone, width: 110, cell: (cadre) => cadre.phone },
  ];
}

function moreColumns(text: Dictionary['cadres']): Column<Cadre>[] {
  return [
    {
      key: 'sex',
      title: text.sex,
      width: 60,
      hidden: true,
      cell: (cadre) => word(sexWords[cadre.sex]),
    },
    {
      key: 'idNumber',
      title: text.idNumber,
      width: 150,
      hidden: true,
      cell: (cadre) => cadre.idNumberMask,
    },
    {
      key: 'staffingType',
      title: text.staffingType,
      width: 84,
      hidden: true,
      cell: (cadre) => word(staffingTypeWords[cadre.staffingType]),
    },
    {
      key: 'education',
      title: text.education,
      width: 110,
      hidden: true,
      cell: (cadre) => cadre.education,
    },
    {
      key: 'homeTownship',
      title: text.homeTownship,
      width: 110,
      hidden: true,
      cell: (cadre) => cadre.homeTownship,
    },
    { key: 'note', title: text.cadreNote, hidden: true, cell: (cadre) => cadre.note },
  ];
}
