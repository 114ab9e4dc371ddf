import type { Deps } from '../../../lib/deps.ts';
import { type FileReply, xlsx } from '../../../lib/route.ts';
import { kindNames } from '../kind-names.ts';
import { blankWorkbook } from './blank-workbook.ts';
import { registerNames } from './register-names.ts';
import { type TemplateKind, templateColumns } from './template-columns.ts';

/** A register's blank workbook, with the names that the registers have today. */
export async function templateFile(deps: Deps, kind: TemplateKind): Promise<FileReply> {
  const title = kindNames[kind].zh;
  const columns = templateColumns(kind, deps.today());
  const bytes = await blankWorkbook(title, columns, await registerNames(deps));
  return { filename: `${title}（空白）.xlsx`, type: xlsx, bytes };
}
