import type { PolicyParameter } from '@xuanpai/contracts/policy';
import { expect, test } from 'vitest';
import { changedKeys, changesOf, valuesOf } from './policy-values.ts';

const parameter = (key: string, value: PolicyParameter['value']): PolicyParameter => ({
  key,
  group: 'dispatch',
  label: key,
  unit: '',
  kind: 'number',
  options: [],
  range: null,
  value,
  inclusive: null,
  basis: { kind: 'notice', source: '二（二）' },
  effectiveFrom: '2015-04-24',
  setBy: '王晓东',
  setAt: '2015-04-24T00:00:00.000Z',
});
const items = [
  parameter('dispatch.villages', 189),
  parameter('score.need', { weakLax: { governance: 1, general: 0.5 } }),
];

test('nothing typed is nothing changed, whatever the order of a table’s cells', () => {
  const values = valuesOf(items);
  values.score_need = {
    ...values.score_need,
    value: { weakLax: { general: 0.5, governance: 1 } },
  } as never;
  expect(changedKeys(items, values)).toEqual([]);
});

test('only what differs is sent; a cleared cell leaves the table', () => {
  const parameters = valuesOf(items);
  parameters.score_need = {
    value: { weakLax: { governance: 1, general: null } },
    inclusive: null,
    basis: { kind: 'notice', source: '二（二）' },
  };
  const form = { parameters, effectiveFrom: '2015-05-01', reason: '会议研究' };
  expect(changesOf(items, form, 3)).toEqual({
    effectiveFrom: '2015-05-01',
    reason: '会议研究',
    version: 3,
    changes: [
      {
        key: 'score.need',
        value: { weakLax: { governance: 1 } },
        basis: { kind: 'notice', source: '二（二）' },
      },
    ],
  });
});
