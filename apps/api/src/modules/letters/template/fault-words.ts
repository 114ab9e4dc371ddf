import type { LetterKind } from '@xuanpai/contracts/letter-kinds';
import type { Text } from '@xuanpai/contracts/text';
import { closestName } from '@xuanpai/domain/imports/closest-name';
import { letterTags, placedTags } from '@xuanpai/domain/letters/tags';
import type { TemplateFault, TemplateParagraph } from '@xuanpai/domain/letters/template-check';
import { ApiError, type Fault } from '../../../lib/api-error.ts';

/** A template with faults in its text: all of them, each with its place and what to do. */
export function templateFaulty(kind: LetterKind, faults: readonly TemplateFault[]): ApiError {
  return new ApiError('templateRefused', {
    detail: {
      zh: `模板中有${faults.length}处问题，没有启用。请按下列位置改正后再上传。`,
      en: `The template has ${faults.length} faults and isn’t used. Correct them and upload it again.`,
    },
    faults: faults.map((fault) => faultOf(kind, fault)),
  });
}

/** The engine objects to what no check of ours names. */
export function templateUnreadable(reason: string): ApiError {
  const message = {
    zh: `用示例数据试填时出错：${reason}`,
    en: `Filling it with the examples failed: ${reason}`,
  };
  const remedy = {
    zh: '请检查循环标签的位置：开始和结束应各占一段，或在同一表格的一行首尾。',
    en: 'Look at the loops: they begin and end in paragraphs of their own, or at both ends of a table row.',
  };
  return new ApiError('templateRefused', {
    detail: message,
    faults: [{ path: 'file', code: 'unreadable', message, basis: null, remedy }],
  });
}

function faultOf(kind: LetterKind, fault: TemplateFault): Fault {
  const place = placeOf(fault.paragraph);
  const what = reasonOf(kind, fault);
  const excerpt = excerptOf(fault.paragraph.text);
  return {
    path: 'file',
    code: fault.code,
    message: {
      zh: `${place.zh}“${excerpt}”：${what.message.zh}`,
      en: `${place.en} “${excerpt}”: ${what.message.en}`,
    },
    basis: null,
    remedy: what.remedy,
  };
}

function placeOf({ place, outside }: TemplateParagraph): Text {
  if (outside === 'headerOrFooter') return { zh: '页眉或页脚', en: 'Header or footer' };
  if (outside === 'note') return { zh: '脚注或尾注', en: 'Note' };
  if ('paragraph' in place) {
    return { zh: `第${place.paragraph}段`, en: `Paragraph ${place.paragraph}` };
  }
  const { table, row, cell } = place;
  return {
    zh: `第${table}个表格第${row}行第${cell}格`,
    en: `Table ${table}, row ${row}, cell ${cell}`,
  };
}

const longest = 40;

function excerptOf(text: string): string {
  const letters = [...text.trim()];
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : letters.join('');
}

function reasonOf(kind: LetterKind, { code, tag, loop }: TemplateFault) {
  switch (code) {
    case 'unclosedBrace':
      return {
        message: { zh: '“{”没有对应的“}”。', en: '“{” has no “}”.' },
        remedy: {
          zh: '标签要在同一段内写全，如{姓名}。',
          en: 'A tag stands complete in one paragraph, as {姓名}.',
        },
      };
    case 'strayBrace':
      return {
        message: { zh: '“}”前面没有“{”。', en: '“}” has no “{” before it.' },
        remedy: { zh: '补上“{”，或删去“}”。', en: 'Add “{”, or remove “}”.' },
      };
    case 'fullWidthBrace':
      return {
        message: {
          zh: `“${tag}”是全角花括号，不会被替换。`,
          en: `“${tag}” is a full-width brace.`,
        },
        remedy: { zh: '请改为半角的“{”和“}”。', en: 'Use “{” and “}”.' },
      };
    case 'emptyTag':
      return {
        message: { zh: '花括号里没有标签。', en: 'Nothing stands between the braces.' },
        remedy: { zh: '写上标签，或删去花括号。', en: 'Write a tag, or remove the braces.' },
      };
    case 'unknownTag':
      return unknownTag(kind, tag);
    case 'outsideLoop':
      return {
        message: {
          zh: `{${tag}}要写在{#${loop}}和{/${loop}}之间。`,
          en: `{${tag}} belongs between {#${loop}} and {/${loop}}.`,
        },
        remedy: {
          zh: `在前后加上{#${loop}}、{/${loop}}，或改用别的标签。`,
          en: `Put {#${loop}} and {/${loop}} around it, or use another tag.`,
        },
      };
    case 'unclosedLoop':
      return {
        message: { zh: `{#${tag}}没有结束。`, en: `{#${tag}} never ends.` },
        remedy: {
          zh: `在重复内容之后加上{/${tag}}。`,
          en: `Add {/${tag}} after what is repeated.`,
        },
      };
    case 'unopenedLoop':
      return {
        message: {
          zh: `{/${tag}}前面没有{#${tag}}。`,
          en: `{/${tag}} has no {#${tag}} before it.`,
        },
        remedy: {
          zh: `补上{#${tag}}，或删去{/${tag}}。`,
          en: `Add {#${tag}}, or remove {/${tag}}.`,
        },
      };
    case 'crossedLoop':
      return {
        message: {
          zh: `{/${tag}}之前，{#${loop}}还没有结束。`,
          en: `{#${loop}} hasn’t ended before {/${tag}}.`,
        },
        remedy: {
          zh: `先写{/${loop}}，再写{/${tag}}。`,
          en: `Write {/${loop}} first, then {/${tag}}.`,
        },
      };
    case 'brokenLoopPlace':
      return {
        message: {
          zh: `{#${tag}}和{/${tag}}一个在表格里，一个在表格外（或在另一个表格里）。`,
          en: `{#${tag}} and {/${tag}} don’t stand in the same table, or both outside.`,
        },
        remedy: {
          zh: '在表格中重复时，两个标签写在同一表格要重复的行里。',
          en: 'To repeat rows, write both tags into the row that is repeated.',
        },
      };
    case 'neverRepeated':
      return {
        message: { zh: `{${tag}}是重复标签。`, en: `{${tag}} repeats.` },
        remedy: {
          zh: `写成{#${tag}}…{/${tag}}，中间写要重复的内容。`,
          en: `Write {#${tag}}…{/${tag}} with what is repeated between them.`,
        },
      };
    case 'outsideBody':
      return {
        message: {
          zh: `${tag}不能写在这里：一个文件里的各份文书共用页眉、页脚和注释。`,
          en: `${tag} can’t stand here: all letters of a file share headers, footers and notes.`,
        },
        remedy: { zh: '请把标签移到正文。', en: 'Move the tag into the text.' },
      };
  }
}

function unknownTag(kind: LetterKind, tag: string) {
  const names = placedTags(letterTags[kind]).map(({ tag: { name } }) => name);
  const meant = closestName(tag, names);
  return {
    message: { zh: `这类文书没有“${tag}”这个标签。`, en: `This kind has no tag “${tag}”.` },
    remedy: meant
      ? { zh: `是否应为{${meant}}？`, en: `Should it be {${meant}}?` }
      : { zh: '可用的标签见本页“标签表”。', en: 'See the list of tags on this page.' },
  };
}
