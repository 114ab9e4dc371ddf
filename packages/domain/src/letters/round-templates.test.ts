import { expect, test } from 'vitest';
import {
  afterChoices,
  type KindTemplate,
  roundTemplates,
  type TemplateChoice,
  templateChoiceFaults,
} from './round-templates.ts';

const kind = 'gradeNotice';
const of = (edition: number | null): KindTemplate[] => [{ kind, edition }];
const inUse = of(2);

test.each<[string, KindTemplate[], TemplateChoice['template'] | null, boolean, KindTemplate[]]>([
  ['nothing chosen while prepared', [], null, false, []],
  ['follows the office’s until opened', of(1), 'inUse', false, []],
  ['the office’s of the day once open', of(1), 'inUse', true, of(2)],
  ['an earlier version', of(2), 1, true, of(1)],
  ['the shipped one while prepared', [], 'shipped', false, of(null)],
  ['not chosen again', of(1), null, true, of(1)],
])('what a round keeps: %s', (_, kept, template, opened, after) => {
  const choices = template === null ? [] : [{ kind, template } as const];
  expect(afterChoices(kept, choices, inUse, { opened })).toEqual(after);
});

test('what is printed: what the round keeps, else the office’s, else the shipped one', () => {
  const found = roundTemplates(of(1), [
    { kind, edition: 2 },
    { kind: 'annualForm', edition: 3 },
  ]);
  expect(found).toHaveLength(6);
  expect(found).toContainEqual({ kind, edition: 1, kept: true });
  expect(found).toContainEqual({ kind: 'annualForm', edition: 3, kept: false });
  expect(found).toContainEqual({ kind: 'feedbackUnit', edition: null, kept: false });
});

test('everything wrong with choices at once: no such edition, one kind twice', () => {
  const faults = templateChoiceFaults(
    [
      { kind, template: 7 },
      { kind: 'annualForm', template: 'shipped' },
      { kind, template: 2 },
    ],
    inUse,
  );
  expect(faults.map(({ path, code }) => [path, code])).toEqual([
    ['templates.0.template', 'unknownEdition'],
    ['templates.2.kind', 'twice'],
  ]);
});
