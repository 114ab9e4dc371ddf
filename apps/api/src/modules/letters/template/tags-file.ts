import { type LetterKind, letterKindWords } from '@xuanpai/contracts/letter-kinds';
import { type FileReply, xlsx } from '../../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../../lib/sheet/write-sheet.ts';
import { presentTags } from './present.ts';

const columns: SheetColumn[] = [
  { heading: '标签', kind: 'text', width: 26 },
  { heading: '含义', kind: 'text', width: 36 },
  { heading: '示例', kind: 'text', width: 30 },
  { heading: '写在哪里', kind: 'text', width: 34 },
];

/** The tags that a template of a kind may use, to lie beside Word. */
export async function tagsFile(kind: LetterKind): Promise<FileReply> {
  const name = letterKindWords[kind].zh;
  const bytes = await writeSheet({
    sheetName: '标签',
    title: `${name}模板标签`,
    note: '标签连同半角花括号写在模板正文里；{#标签}…{/标签}中间的内容逐个重复，单项标签这样写则有值才印。',
    columns,
    rows: presentTags(kind, 'zh').map(({ name: tag, meaning, example, within, repeats }) => [
      repeats ? `{#${tag}}…{/${tag}}` : `{${tag}}`,
      meaning,
      example,
      within === null ? '正文任何地方' : `{#${within}}和{/${within}}之间`,
    ]),
  });
  return { filename: `${name}模板标签.xlsx`, type: xlsx, bytes };
}
