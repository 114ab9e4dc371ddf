import type { PlainDate } from '@xuanpai/contracts/values';
import { sexWords } from '@xuanpai/contracts/words';
import { checkIdNumber } from '../office/id-number.ts';
import type { DateSystem } from '../office/office-date.ts';
import { type CadreField, cadreLabels } from './cadre-columns.ts';
import type { ReadDate, RowReader } from './row-reader.ts';

/** GB 11643: 18 digits with a check digit; birth date and sex of the sheet must agree with it. */
export function readIdentity(reader: RowReader<CadreField>, dateSystem: DateSystem) {
  const text = reader.raw('idNumber');
  const sex = reader.word('sex', sexWords);
  const born = reader.date('bornOn', dateSystem);
  if (!text) {
    reader.require('idNumber', cadreLabels.idNumber);
    return null;
  }
  const checked = checkIdNumber(text);
  if (!checked.ok) {
    for (const { code, zh, en } of checked.problems) {
      const named = `idNumber${code.charAt(0).toUpperCase()}${code.slice(1)}`;
      reader.refuse('idNumber', named, { zh: `${zh}。`, en: `${en}.` }, checkOriginal);
    }
    return null;
  }
  const { idNumber, birthDate } = checked;
  if (sex && sex !== checked.sex) {
    const is = sexWords[checked.sex];
    reader.refuse(
      'sex',
      'sexMismatch',
      {
        zh: `“${sexWords[sex].zh}”与身份证号中的“${is.zh}”不一致。`,
        en: `“${sexWords[sex].en}” doesn't agree with the ID number: ${is.en}.`,
      },
      checkOriginal,
    );
  }
  if (born && !agrees(born, birthDate)) {
    const length = born.precision === 'month' ? 7 : 10;
    const [was, is] = [born.date.slice(0, length), birthDate.slice(0, length)];
    reader.refuse(
      'bornOn',
      'birthDateMismatch',
      {
        zh: `${was}与身份证号中的${is}不一致。`,
        en: `${was} doesn't agree with the ID number: ${is}.`,
      },
      checkOriginal,
    );
  }
  return { idNumber, sex: checked.sex, bornOn: birthDate };
}

const checkOriginal = { zh: '请核对原件。', en: 'Check it against the original.' };

function agrees(born: ReadDate, birthDate: PlainDate): boolean {
  return born.precision === 'day'
    ? born.date === birthDate
    : born.date.slice(0, 7) === birthDate.slice(0, 7);
}
