import type { WorkRule } from '@xuanpai/contracts/work-rules';
import { AlignmentType } from 'docx';
import { heading, officeDocument, plain, text, title } from '../../lib/docx/office-document.ts';
import { docx, type FileReply } from '../../lib/route.ts';

/** Lines that head a part: 一、, 第一章. */
const headings = /^([一二三四五六七八九十]+、|第[一二三四五六七八九十]+[章节])/;

/** The rule in the form of an office letter. */
export async function workRulePaper(rule: WorkRule): Promise<FileReply> {
  const lines = rule.body.split('\n').map((line) => line.trim());
  const bytes = await officeDocument([
    title(rule.title),
    plain(`${rule.documentNumber}　自${rule.effectiveFrom}起施行`, {
      alignment: AlignmentType.CENTER,
    }),
    ...lines
      .filter((line) => line !== '')
      .map((line) => (headings.test(line) ? heading(line) : text(line))),
  ]);
  return { filename: `${rule.title}（第${rule.edition}版）.docx`, type: docx, bytes };
}
