import type { Cadre, exportCadres } from '@xuanpai/contracts/cadres';
import type { QueryOf } from '@xuanpai/contracts/endpoint';
import {
  categoryWords,
  managementAuthorityWords,
  rankWords,
  sexWords,
  specialityWords,
  staffingTypeWords,
} from '@xuanpai/contracts/words';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { readAll } from '../../lib/list.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import { cadreList } from './list.ts';

interface Column extends SheetColumn {
  value(cadre: Cadre, at: number): SheetValue;
}

/** In the order of the office's own list of nominees; the ID number as pages show it. */
const columns: Column[] = [
  { heading: '序号', kind: 'number', value: (_, at) => at + 1 },
  { heading: '姓名', kind: 'text', width: 10, value: ({ name }) => name },
  { heading: '性别', kind: 'text', value: ({ sex }) => sexWords[sex].zh },
  { heading: '民族', kind: 'text', value: ({ ethnicity }) => ethnicity },
  { heading: '出生年月', kind: 'month', width: 11, value: ({ bornOn }) => bornOn },
  { heading: '身份证号码', kind: 'text', width: 21, value: ({ idNumberMask }) => idNumberMask },
  { heading: '籍贯', kind: 'text', width: 12, value: ({ nativePlace }) => nativePlace },
  { heading: '政治面貌', kind: 'text', value: ({ politicalStatus }) => politicalStatus },
  { heading: '入党时间', kind: 'month', width: 11, value: ({ joinedOn }) => joinedOn },
  { heading: '转正时间', kind: 'month', width: 11, value: ({ fullMemberOn }) => fullMemberOn },
  { heading: '参加工作时间', kind: 'month', value: ({ workingSince }) => workingSince },
  { heading: '学历', kind: 'text', width: 14, value: ({ education }) => education },
  { heading: '工作单位', kind: 'text', width: 20, value: ({ unitName }) => unitName },
  { heading: '现任职务', kind: 'text', width: 14, value: ({ position }) => position },
  { heading: '职级', kind: 'text', value: ({ rank }) => rankWords[rank].zh },
  {
    heading: '编制性质',
    kind: 'text',
    value: ({ staffingType }) => staffingTypeWords[staffingType].zh,
  },
  {
    heading: '管理权限',
    kind: 'text',
    value: ({ managementAuthority }) =>
      managementAuthority && managementAuthorityWords[managementAuthority].zh,
  },
  {
    heading: '选派类别',
    kind: 'text',
    width: 14,
    value: ({ category }) => category && categoryWords[category].zh,
  },
  { heading: '专业特长', kind: 'text', value: ({ speciality }) => specialityWords[speciality].zh },
  { heading: '家庭住址镇街', kind: 'text', value: ({ homeTownship }) => homeTownship },
  { heading: '联系电话', kind: 'text', width: 15, value: ({ phone }) => phone },
  { heading: '任职村', kind: 'text', width: 14, value: ({ villageName }) => villageName },
  { heading: '备注', kind: 'text', width: 20, value: ({ note }) => note },
];

/** The people as filtered. */
export async function cadreSheet(
  deps: Deps,
  actor: Actor,
  query: QueryOf<typeof exportCadres>,
): Promise<FileReply> {
  const cadres = await readAll<Cadre>(deps.db.pool, cadreList(actor, query));
  const bytes = await writeSheet({
    sheetName: '干部名册',
    title: '干部花名册',
    note: `导出时间:${deps.today()}    共${cadres.length}名`,
    columns,
    rows: cadres.map((cadre, at) => columns.map(({ value }) => value(cadre, at))),
  });
  return { filename: `干部名册 ${deps.today()}.xlsx`, type: xlsx, bytes };
}
