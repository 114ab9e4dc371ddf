import type { PlainDate } from '@xuanpai/contracts/values';
import { describe, expect, test } from 'vitest';
import { exampleOf, type LetterContent, missingValues, withGapsNamed } from './content.ts';
import { letterTags } from './tags.ts';
import { checkTemplate, type TemplateParagraph } from './template-check.ts';
import { type LetterPost, writeLetter } from './write-letter.ts';
import { writtenDate, writtenMonth, writtenNumber } from './written-date.ts';

const post: LetterPost = {
  assignmentId: 'a1',
  cadreId: 'c1',
  name: '王伟',
  sex: 'male',
  ethnicity: null,
  bornOn: '1979-03-01' as PlainDate,
  education: '大学',
  phone: null,
  joinedOn: '2003-07-01' as PlainDate,
  unitId: 'u1',
  unit: '区委办公室',
  position: '区委办公室副主任',
  rank: 'deputySection',
  villageId: 'v1',
  village: '大尤家村',
  townshipId: 't1',
  township: '郑旺镇',
  townshipUnitId: 'u9',
  townshipUnit: '郑旺镇党委',
  post: 'firstSecretary',
  kind: 'appointed',
  startsOn: '2015-06-01' as PlainDate,
  endsOn: null,
  documentNumber: '河组发〔2015〕18号',
  duesPaidUntil: '2015-05-01' as PlainDate,
  validityDays: null,
};
const frame = {
  district: '河东区',
  batch: '第二批',
  date: '2015-05-20' as PlainDate,
  number: 12,
};
const texts = (...lines: string[]): TemplateParagraph[] =>
  lines.map((text, at) => ({ text, place: { paragraph: at + 1 }, outside: null }));
const usedBy = (kind: keyof typeof letterTags, ...lines: string[]) =>
  checkTemplate(texts(...lines), letterTags[kind]).used;

test('days and numbers as letters write them', () => {
  expect(writtenDate('2015-05-02' as PlainDate)).toBe('2015年5月2日');
  expect(writtenMonth('2015-11-30' as PlainDate)).toBe('2015年11月');
  expect([1, 10, 12, 20, 35].map(writtenNumber)).toEqual(['一', '十', '十二', '二十', '三十五']);
});

describe('what stands in a letter', () => {
  test('the appointment in the words of its kind', () => {
    const words = (kind: LetterPost['kind'], as: LetterPost['post']) =>
      writeLetter('introduction', [{ ...post, kind, post: as }], frame).values.任职表述;
    expect(words('appointed', 'firstSecretary')).toBe('任大尤家村党组织第一书记');
    expect(words('appointed', 'deputySecretary')).toBe('任大尤家村党组织副书记');
    expect(words('attached', 'firstSecretary')).toBe('挂职任大尤家村党组织第一书记');
    expect(words('direct', 'secretary')).toBe('直接任大尤家村党组织书记');
  });

  test('the unit isn’t written twice, and the department signs', () => {
    const { values } = writeLetter('introduction', [post], frame);
    expect(values).toMatchObject({ 单位: '区委办公室', 原职务: '副主任', 编号: '12' });
    expect(values.落款).toBe('中共河东区委组织部');
  });

  test('a township’s people in groups by kind, in the order of the kinds, none empty', () => {
    const posts = [
      { ...post, kind: 'direct' as const },
      { ...post, kind: 'appointed' as const },
      { ...post, kind: 'direct' as const },
    ];
    const groups = writeLetter('townshipNotice', posts, frame).lists.分组 ?? [];
    expect(groups.map(({ values }) => [values.组序, values.任职方式, values.组人数])).toEqual([
      ['一', '任职', '1'],
      ['二', '直接任职', '2'],
    ]);
  });

  test('nobody is no letter', () => {
    expect(() => writeLetter('annex', [], frame)).toThrow(RangeError);
  });
});

describe('what is missing', () => {
  const missing = (content: LetterContent, kind: keyof typeof letterTags, ...lines: string[]) =>
    missingValues(content, usedBy(kind, ...lines), letterTags[kind]).map(
      ({ tag, name, sourceId }) => [name, tag.name, sourceId],
    );

  test('only what the template prints, and not what it prints where there is one', () => {
    const letter = writeLetter('membership', [post], frame);
    expect(missing(letter, 'membership', '{姓名}{党费交至}')).toEqual([]);
    expect(missing(letter, 'membership', '{有效期}{民族}')).toEqual([
      ['王伟', '有效期', 'a1'],
      ['王伟', '民族', 'c1'],
    ]);
    expect(missing(letter, 'membership', '{#民族}，{民族}{/民族}{#任期止}{任期止}{/}')).toEqual([]);
  });

  test('whose it is inside a list, each once', () => {
    const other = { ...post, cadreId: 'c2', name: '李明', phone: '0539-1' };
    const letter = writeLetter('unitNotice', [post, other], frame);
    const lines = ['{#人员}{联系电话}{单位}{联系电话}{/人员}'];
    expect(missing(letter, 'unitNotice', ...lines)).toEqual([['王伟', '联系电话', 'c1']]);
  });

  test('stands in brackets in a preview', () => {
    const shown = withGapsNamed(writeLetter('annex', [post], frame));
    expect(shown.lists.人员?.[0]?.values.民族).toBe('【缺：民族】');
  });
});

describe('a template’s tags', () => {
  test('every tag of every kind is taken where it belongs, and has an example or repeats', () => {
    for (const tags of Object.values(letterTags)) {
      for (const { name, example, inside } of tags) {
        const line = inside ? `{#${name}}{${inside[0]?.name}}{/${name}}` : `{${name}}`;
        expect(checkTemplate(texts(line), tags).faults, line).toEqual([]);
        expect(inside !== undefined || example !== '', name).toBe(true);
      }
      expect(Object.values(exampleOf(tags).values).every((value) => value !== '')).toBe(true);
    }
  });

  test('{/} closes what is open; what surrounds a loop may stand in it', () => {
    const { faults, used } = checkTemplate(
      texts('{#分组}{镇街}{#人员}', '{姓名}{组序}', '{/}{/}'),
      letterTags.townshipNotice,
    );
    expect(faults).toEqual([]);
    expect(used.map(({ path }) => path.join('›'))).toEqual([
      '分组›镇街',
      '分组›人员›姓名',
      '分组›人员›组序',
    ]);
  });

  test('spaces inside the braces don’t matter', () => {
    expect(checkTemplate(texts('{ 姓名 }'), letterTags.introduction).faults).toEqual([]);
  });
});
