import type { Category } from '@xuanpai/contracts/values';
import { categoryWords, unitKindWords } from '@xuanpai/contracts/words';
import { type CadreField, cadreLabels } from '@xuanpai/domain/imports/cadre-columns';
import type { CadreRow } from '@xuanpai/domain/imports/cadre-row';
import { closestName } from '@xuanpai/domain/imports/closest-name';
import type { RowReader } from '@xuanpai/domain/imports/row-reader';
import { searchKey } from '@xuanpai/domain/office/text';
import type { ImportContext } from '../import-kind.ts';
import type { CadreRegister, KnownCadre, KnownUnit } from './cadre-register.ts';

type Reader = RowReader<CadreField>;

/** A new cadre needs these; for one of the register the sheet may lack the column. */
const needed = ['unit', 'rank', 'staffingType', 'speciality'] as const;

/** Checks a row against the registers: its person, its unit, its category. */
export function checkAgainstRegister(
  reader: Reader,
  cadre: CadreRow,
  known: KnownCadre | undefined,
  register: CadreRegister,
  { batch }: ImportContext,
): void {
  for (const field of needed) {
    const value = cadre[field];
    if (value === null || (value === undefined && !known))
      reader.require(field, cadreLabels[field]);
  }
  if (batch && !cadre.category && !known?.nomination) {
    reader.require('category', cadreLabels.category);
  }
  if (known) checkSamePerson(reader, cadre, known);
  const unit = cadre.unit ? register.unitOf(cadre.unit) : known?.unit;
  if (cadre.unit && !unit) refuseUnit(reader, cadre.unit, register);
  const category = cadre.category ?? known?.nomination?.category;
  if (unit && category) checkCategory(reader, category, unit);
  noticeHomeTownship(reader, cadre, register);
}

/** The same ID number under another name is a slip in one of the two: nobody is renamed by a sheet. */
function checkSamePerson(
  reader: Reader,
  cadre: CadreRow,
  { record, unit, steppedAside }: KnownCadre,
) {
  if (searchKey(record.name) !== searchKey(cadre.name)) {
    reader.refuse(
      'idNumber',
      'idNumberTaken',
      {
        zh: `这个身份证号已登记在“${record.name}”（${unit.name}）名下。`,
        en: `This ID number is registered for ${record.name} (${unit.name}).`,
      },
      {
        zh: '请核对身份证号；确为同一人的，先在名册中更正姓名。',
        en: 'Check the number; for the same person, correct the name in the register first.',
      },
    );
  }
  if (!steppedAside) return;
  reader.notice(null, 'steppedAside', {
    zh: '此人在本批次已被更换或撤回，导入不恢复。',
    en: 'Replaced or withdrawn in this batch before; the import leaves it so.',
  });
}

function refuseUnit(reader: Reader, name: string, register: CadreRegister): void {
  const meant = closestName(name, register.unitNames);
  reader.refuse(
    'unit',
    'unitUnknown',
    { zh: `单位名册中没有“${name}”。`, en: `“${name}” is not in the register of units.` },
    meant
      ? { zh: `是否为“${meant}”？请按名册改正。`, en: `Is it “${meant}”? Write it so.` }
      : {
          zh: '请改成名册中的单位全称，或先导入派出单位名册。',
          en: 'Write the name as in the register, or import the units first.',
        },
  );
}

const districtCategories: readonly Category[] = ['sectionCadre', 'youngCadre'];

/** 科级干部 and 优秀年轻干部 come from district units, 班子成员 and 优秀机关干部 from townships: 二（三）. */
function checkCategory(reader: Reader, category: Category, unit: KnownUnit): void {
  const ofTownship = unit.kind === 'townshipOffice';
  if (ofTownship !== districtCategories.includes(category)) return;
  const [word, kind] = [categoryWords[category], unitKindWords[unit.kind]];
  reader.refuse(
    'category',
    'categoryUnitMismatch',
    {
      zh: `“${word.zh}”不能由${unit.name}（${kind.zh}）选派。`,
      en: `“${word.en}” can't come from ${unit.name} (${kind.en}).`,
    },
    {
      zh: ofTownship ? '镇街人选填班子成员或优秀机关干部。' : '区直人选填科级干部或优秀年轻干部。',
      en: ofTownship
        ? 'Townships name leading-body members or office cadres.'
        : 'District units name section-level or young cadres.',
    },
    { kind: 'notice', source: '二（三）' },
  );
}

/** Kept as it is written: a home outside the district is no fault. */
function noticeHomeTownship(
  reader: Reader,
  { homeTownship }: CadreRow,
  { townships }: CadreRegister,
) {
  if (!homeTownship || townships.has(searchKey(homeTownship))) return;
  reader.notice('homeTownship', 'homeTownshipUnknown', {
    zh: `“${homeTownship}”不在本区镇街名册，按原文写入。`,
    en: `“${homeTownship}” is no township of this district; it is stored as written.`,
  });
}
