import type { VillageKind } from '@xuanpai/contracts/values';
import { villageKindWords, type Word } from '@xuanpai/contracts/words';
import type { MoneyUnit } from '../office/money.ts';
import { normalText } from '../office/text.ts';
import type { RowCells } from './import-column.ts';
import { RowReader } from './row-reader.ts';
import {
  type VillageField,
  type VillageFigure,
  villageFigures,
  villageLabels,
} from './village-columns.ts';
import { wordCode } from './word-code.ts';

/** A village as the sheet has it; undefined: the sheet has no such column. */
export interface VillageRecord {
  code: string;
  name: string | undefined;
  township: string | null | undefined;
  households: number | null | undefined;
  population: number | null | undefined;
  partyMembers: number | null | undefined;
  mainIndustry: string | null | undefined;
  note: string | null | undefined;
  kinds: VillageKind[] | undefined;
  cityDispatched: boolean | undefined;
  /** Yuan. */
  figures: Partial<Record<VillageFigure, string | null>>;
}

const yesWords = {
  yes: { zh: '是', en: 'Yes', usual: ['√', '✓', '市直', '市直选派', '有', '1', 'Y', 'TRUE'] },
  no: { zh: '否', en: 'No', usual: ['×', '无', '—', '-', '0', 'N', 'FALSE'] },
} as const satisfies Record<string, Word>;

/** Names of no kind of the batch: 经济薄弱 follows from the income, the others say “none”. */
const noKinds = {
  poor: { zh: '经济薄弱村', en: 'Poor', usual: ['经济薄弱', '薄弱村', '贫困村'] },
  none: { zh: '一般村', en: 'None', usual: ['无', '一般', '其他', '其他村', '普通村', '—', '-'] },
} as const satisfies Record<string, Word>;

/** Checks one row of the villages' register; `units` are the amounts' units by their headings. */
export function readVillageRow(
  cells: RowCells<VillageField>,
  units: Partial<Record<VillageFigure, MoneyUnit>>,
) {
  const reader = new RowReader(cells);
  const code = villageCode(reader);
  const name = reader.text('name', 60);
  if (name === null) reader.require('name', villageLabels.name);
  const record: VillageRecord = {
    code: code ?? '',
    name: name ?? undefined,
    township: reader.text('township', 40),
    households: reader.count('households'),
    population: reader.count('population'),
    partyMembers: reader.count('partyMembers'),
    mainIndustry: reader.text('mainIndustry', 60),
    note: reader.text('note', 500),
    kinds: kindsOf(reader),
    cityDispatched: cityDispatched(reader),
    figures: {},
  };
  for (const figure of villageFigures) {
    const unit = units[figure];
    const money = unit ? reader.money(figure, unit) : undefined;
    if (money !== undefined) record.figures[figure] = money;
  }
  return { record: code ? record : null, reader };
}

function villageCode(reader: RowReader<VillageField>): string | null {
  const code = reader.raw('code');
  if (!code) reader.require('code', villageLabels.code);
  if (!code) return null;
  const digits = normalText(code).replace(/ /g, '');
  if (/^\d{12}$/.test(digits) && !digits.endsWith('000')) return digits;
  return reader.refuse(
    'code',
    'codeMalformed',
    { zh: `“${code}”不是12位村级区划代码。`, en: `“${code}” is no village code of 12 digits.` },
    {
      zh: '请填写统计用区划代码；若成了科学计数，请把该列设为文本。',
      en: 'Write the statistical code, in a column formatted as text.',
    },
  );
}

function kindsOf(reader: RowReader<VillageField>): VillageKind[] | undefined {
  return reader.wordList('kinds', villageKindWords, (part) => {
    const other = wordCode(noKinds, part);
    if (other === 'poor') {
      reader.notice('kinds', 'poorFollowsIncome', {
        zh: '“经济薄弱”按村集体经营性收入判定，这里不写入。',
        en: 'Whether a village is poor follows from its income; this is not stored.',
      });
    }
    return other !== null;
  });
}

function cityDispatched(reader: RowReader<VillageField>): boolean | undefined {
  const word = reader.word('cityDispatched', yesWords);
  return word === undefined ? undefined : word === 'yes';
}
