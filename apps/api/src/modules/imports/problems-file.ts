import type { Language } from '@xuanpai/contracts/text';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type OfficeSheet, writeSheet } from '../../lib/sheet/write-sheet.ts';
import { unlistedSaid } from './findings.ts';
import { markedFile } from './marked-file.ts';
import { listedFindings } from './staged-rows.ts';
import type { LocatedProblem } from './staging.ts';

const words = {
  zh: {
    file: '导入问题清单',
    marked: '标出问题',
    problems: '问题',
    notices: '提示',
    headings: ['行', '名称', '列', '问题', '怎么办', '依据'],
  },
  en: {
    file: 'Import problems',
    marked: 'problems marked',
    problems: 'Problems',
    notices: 'Notices',
    headings: ['Row', 'Name', 'Column', 'What', 'What to do', 'Basis'],
  },
};

/** The person's own workbook with what is wrong marked in it; for others, the list of it. */
export async function problemsFile(deps: Deps, actor: Actor, id: string): Promise<FileReply> {
  const { language } = actor;
  const row = await deps.db.prisma.import.findUnique({ where: { id }, omit: { fileCipher: true } });
  if (!row || row.status === 'discarded') throw notFound();
  const findings = await listedFindings(deps.db.prisma, deps.keys, row);
  const { file, marked, problems, notices } = words[language];
  const name = row.filename.replace(/\.[^.]*$/, '');
  const own = await markedFile(deps, actor, row, findings);
  if (own) return { filename: `${name}-${marked}.xlsx`, type: xlsx, bytes: own };
  const { unlisted } = findings;
  const sheets = [sheetOf(problems, row.filename, findings.problems, unlisted, language)];
  if (findings.notices.length > 0) {
    sheets.push(sheetOf(notices, row.filename, findings.notices, 0, language));
  }
  return { filename: `${name}-${file}.xlsx`, type: xlsx, bytes: await writeSheet(...sheets) };
}

function sheetOf(
  sheetName: string,
  filename: string,
  problems: LocatedProblem[],
  unlisted: number,
  language: Language,
): OfficeSheet {
  const [row = '', name = '', column = '', what = '', remedy = '', basis = ''] =
    words[language].headings;
  return {
    sheetName,
    title: `${words[language].file}：${filename}`,
    columns: [
      { heading: row, kind: 'number', width: 8 },
      { heading: name, kind: 'text', width: 16 },
      { heading: column, kind: 'text', width: 18 },
      { heading: what, kind: 'text', width: 50 },
      { heading: remedy, kind: 'text', width: 40 },
      { heading: basis, kind: 'text', width: 24 },
    ],
    rows: [
      ...problems.map((problem) => [
        problem.row,
        problem.name,
        problem.column,
        problem.message[language],
        problem.remedy?.[language] ?? '',
        problem.basis?.source ?? '',
      ]),
      ...(unlisted > 0 ? [[null, '', '', unlistedSaid(unlisted)[language], '', '']] : []),
    ],
  };
}
