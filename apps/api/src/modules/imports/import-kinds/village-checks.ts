import type { RowReader } from '@xuanpai/domain/imports/row-reader';
import { townshipCodeOf } from '@xuanpai/domain/imports/townships';
import type { VillageField } from '@xuanpai/domain/imports/village-columns';
import type { VillageRecord } from '@xuanpai/domain/imports/village-row';
import { searchKey } from '@xuanpai/domain/office/text';

/** What a township is called: as in the region list, else as the first row of the file has it. */
export function townshipNames(
  known: ReadonlyMap<string, string>,
  read: { record: VillageRecord | null }[],
): Map<string, string> {
  const names = new Map(known);
  for (const { record } of read) {
    if (!record?.township) continue;
    const code = townshipCodeOf(record.code);
    if (!names.has(code)) names.set(code, record.township);
  }
  return names;
}

/** The code says which township a village belongs to; the sheet's own column must agree. */
export function checkTownship(
  reader: RowReader<VillageField>,
  { code, township }: VillageRecord,
  names: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, string>,
): void {
  const townshipCode = townshipCodeOf(code);
  const name = names.get(townshipCode);
  if (name === undefined) {
    reader.refuse(
      'code',
      'townshipUnknown',
      { zh: `没有代码为${townshipCode}的镇街。`, en: `There is no township ${townshipCode}.` },
      {
        zh: '请填写镇街名称，或先导入区划代码表。',
        en: 'Name the township, or import the code list first.',
      },
    );
  } else if (township && searchKey(township) !== searchKey(name)) {
    const by = known.has(townshipCode) ? '区划代码表' : '本表前面的行';
    reader.refuse(
      'township',
      'townshipMismatch',
      {
        zh: `代码${code}按${by}属${name}，不属${township}。`,
        en: `By its code ${code} the village belongs to ${name}, not ${township}.`,
      },
      { zh: '请核对镇街和代码。', en: 'Check township and code.' },
    );
  }
}
