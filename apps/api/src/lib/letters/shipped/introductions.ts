import { AlignmentType, BorderStyle, Paragraph } from 'docx';
import {
  number,
  officeDocument,
  plain,
  run,
  signed,
  stub,
  text,
  title,
} from '../../docx/office-document.ts';

/** 介绍信, with which somebody reports for duty. */
export function introduction(): Promise<Uint8Array> {
  return officeDocument(
    [
      number('介字〔{年份}〕{编号}号'),
      title('介绍信'),
      plain('{镇街党委}：'),
      text(
        '兹有{姓名}同志（{性别}，{出生年月}出生，{单位}{#原职务}{原职务}{/原职务}），经研究{任职表述}，任职方式为{任职方式}，自{任期起}起{#任期止}，至{任期止}止{/任期止}。现前往你处报到，请予接洽并安排工作。',
      ),
      text('任职依据：{文号}。'),
      ...signed('{落款}'),
    ],
    { numbered: false },
  );
}

/** 党员组织关系介绍信 of a district cadre (M3), with its receipt and what happens at term end. */
export function membership(): Promise<Uint8Array> {
  return officeDocument(
    [
      number('党组介字〔{年份}〕{编号}号'),
      title('党员组织关系介绍信'),
      plain('{镇街党委}：'),
      text(
        '{姓名}同志（{性别}{#民族}，{民族}{/民族}，{出生年月}出生，{入党时间}入党），系中共正式党员，因选派到村任职，组织关系由{单位}党组织转到{镇街}{村}党组织，请予接转。该同志党费已交至{党费交至}。',
      ),
      text(
        '本介绍信自开出之日起{有效期}天内有效。任期届满，组织关系凭转回介绍信转回{单位}党组织。',
      ),
      ...signed('{落款}'),
      cutLine(),
      stubTitle('党员组织关系介绍信回执'),
      stub('{落款}：'),
      stub(
        '党组介字〔{年份}〕{编号}号介绍信介绍的{姓名}同志，组织关系已于＿＿＿＿年＿＿月＿＿日转到{镇街}{村}党组织。',
        'text',
      ),
      stub('经办人：＿＿＿＿＿＿　联系电话：＿＿＿＿＿＿', 'text'),
      stub('{镇街党委}（盖章）', 'signature'),
      stub('＿＿＿＿年＿＿月＿＿日', 'signature'),
    ],
    { numbered: false },
  );
}

/** 转回介绍信: the way back at term end, from the township to the unit. */
export function membershipReturn(): Promise<Uint8Array> {
  return officeDocument(
    [
      number('党组介回字〔{年份}〕{编号}号'),
      title('党员组织关系转回介绍信'),
      plain('{单位}党组织：'),
      text(
        '{姓名}同志（{性别}{#民族}，{民族}{/民族}，{出生年月}出生，{入党时间}入党），系中共正式党员，选派到村任职期满，组织关系由{镇街}{村}党组织转回你处，请予接转。该同志党费已交至{党费交至}。',
      ),
      text('本介绍信自开出之日起{有效期}天内有效。'),
      ...signed('{镇街党委}'),
      cutLine(),
      stubTitle('党员组织关系转回回执'),
      stub('{镇街党委}：'),
      stub(
        '党组介回字〔{年份}〕{编号}号介绍信介绍的{姓名}同志，组织关系已于＿＿＿＿年＿＿月＿＿日转回我处。',
        'text',
      ),
      stub('经办人：＿＿＿＿＿＿　联系电话：＿＿＿＿＿＿', 'text'),
      stub('{单位}党组织（盖章）', 'signature'),
      stub('＿＿＿＿年＿＿月＿＿日', 'signature'),
    ],
    { numbered: false },
  );
}

/** Where the receipt is cut off and sent back. */
function cutLine(): Paragraph {
  return new Paragraph({
    spacing: { before: 120, after: 160 },
    border: { bottom: { style: BorderStyle.DASHED, size: 6, space: 1 } },
    children: [],
  });
}

function stubTitle(content: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 120 },
    children: [run(content, 'heading')],
  });
}
