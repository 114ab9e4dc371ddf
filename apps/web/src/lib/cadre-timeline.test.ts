import type { CadreEvent } from '@xuanpai/contracts/cadres';
import { expect, test } from 'vitest';
import { zh } from '../locales/zh-cn.ts';
import { cadreTimeline } from './cadre-timeline.ts';

const post = { village: '大尤家村', post: 'firstSecretary', appointmentKind: 'appointed' };
const told = (events: CadreEvent[], day = '2016-06-30') =>
  cadreTimeline(events, day, zh).map(({ when, title, detail }) => [when, title, detail].join(' '));

test('a person’s way from nomination to post is told with its facts', () => {
  const events: CadreEvent[] = [
    {
      on: '2015-04-24',
      kind: 'nominated',
      params: { unit: '区委办公室', category: 'sectionCadre', replaces: '史磊' },
    },
    {
      on: '2015-04-24',
      kind: 'judged',
      params: { judgement: 'eligible', presumedFullMemberOn: '1996-11-01' },
    },
    { on: '2015-05-20', kind: 'issued', params: { ...post, documentNumber: '河组发〔2015〕18号' } },
    { on: '2015-06-01', kind: 'postStarts', params: post },
  ];
  expect(told(events)).toEqual([
    '2015-04-24 提名 区委办公室提名，科级干部；接替史磊',
    '2015-04-24 资格 符合；推定转正1996-11',
    '2015-05-20 印发 河组发〔2015〕18号，大尤家村第一书记',
    '2015-06-01 任职 大尤家村第一书记，任职',
  ]);
});

test('a correction says what was, what is, and on which paper it stands', () => {
  const joinedOn = { was: '2014-05-01', is: '2010-07-01' };
  const params = { by: '王晓东', document: '干部档案第六类', joinedOn };
  expect(told([{ on: '2015-04-24', kind: 'corrected', params }])).toEqual([
    '2015-04-24 查档更正 入党时间由2014-05-01改为2010-07-01；依据干部档案第六类',
  ]);
});

test('what lies after the day looked at is still ahead', () => {
  const events: CadreEvent[] = [
    { on: '2015-06-01', kind: 'postStarts', params: post },
    { on: '2017-05-31', kind: 'postEnds', params: post },
  ];
  const ahead = cadreTimeline(events, '2016-06-30', zh).map((item) => item.ahead);
  expect(ahead).toEqual([false, true]);
});

test('a judgement carries the mark of its badge', () => {
  const [item] = cadreTimeline(
    [{ on: '2015-04-24', kind: 'judged', params: { judgement: 'notEligible' } }],
    '2015-04-24',
    zh,
  );
  expect(item?.mark).toEqual(['cross', 'red']);
  expect(item?.detail).toBe('不符合');
});
