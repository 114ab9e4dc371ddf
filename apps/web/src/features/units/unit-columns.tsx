import type { Unit } from '@xuanpai/contracts/units';
import { specialityWords, unitKindWords } from '@xuanpai/contracts/words';
import { currentLanguage } from '../../lib/language.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { Column } from '../../ui/table-column.ts';
import { Missing } from './missing.tsx';

export function strengthsText(strengths: Unit['strengths']): string {
  const separator = currentLanguage() === 'zh' ? '、' : ', ';
  return strengths.map((strength) => word(specialityWords[strength])).join(separator);
}

export function unitColumns(text: Dictionary['units']): Column<Unit>[] {
  return [
    {
      key: 'name',
      title: text.name,
      width: 160,
      sortable: true,
      fixed: true,
      phone: 'title',
      cell: (unit) => <strong>{unit.name}</strong>,
    },
    {
      key: 'kind',
      title: text.kind,
      width: 96,
      sortable: true,
      phone: 'note',
      cell: (unit) => word(unitKindWords[unit.kind]),
    },
    {
      key: 'township',
      title: text.township,
      width: 110,
      hidden: true,
      cell: (unit) => unit.townshipName,
    },
    {
      key: 'quota',
      title: text.quota,
      width: 84,
      sortable: true,
      align: 'end',
      cell: (unit) => unit.quota ?? '–',
    },
    {
      key: 'nominees',
      title: text.nominees,
      width: 84,
      sortable: true,
      align: 'end',
      phone: 'side',
      cell: (unit) => (unit.quota === null ? unit.nominees : `${unit.nominees}/${unit.quota}`),
    },
    {
      key: 'cadres',
      title: text.cadres,
      width: 84,
      sortable: true,
      align: 'end',
      hidden: true,
      cell: (unit) => unit.cadres,
    },
    {
      key: 'strengths',
      title: text.strengths,
      width: 150,
      cell: (unit) => strengthsText(unit.strengths),
    },
    {
      key: 'responsiblePerson',
      title: text.responsiblePerson,
      width: 96,
      cell: (unit) => unit.responsiblePerson ?? <Missing />,
    },
    {
      key: 'contactName',
      title: text.contactName,
      width: 84,
      phone: 'note',
      cell: (unit) => unit.contactName ?? <Missing />,
    },
    {
      key: 'contactPhone',
      title: text.contactPhone,
      width: 120,
      phone: 'note',
      cell: (unit) => unit.contactPhone ?? <Missing />,
    },
    { key: 'superior', title: text.superior, hidden: true, cell: (unit) => unit.superior },
    { key: 'note', title: text.unitNote, cell: (unit) => unit.note },
  ];
}
