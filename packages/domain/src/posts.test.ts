import { expect, it } from 'vitest';
import { appointmentKindOf, isLead, postsOpenTo } from './posts.ts';

it('district cadres are appointed, township cadres attached or directly appointed', () => {
  expect(appointmentKindOf('district', 'firstSecretary')).toBe('appointed');
  expect(appointmentKindOf('district', 'deputySecretary')).toBe('appointed');
  expect(appointmentKindOf('township', 'firstSecretary')).toBe('attached');
  expect(appointmentKindOf('township', 'secretary')).toBe('direct');
});

it('a secretary leads as a first secretary does, a deputy does not', () => {
  expect(isLead('secretary')).toBe(true);
  expect(isLead('firstSecretary')).toBe(true);
  expect(isLead('deputySecretary')).toBe(false);
});

it('only a township’s cadre becomes directly secretary (D6)', () => {
  expect(postsOpenTo('district')).not.toContain('secretary');
  expect(postsOpenTo('township')).toContain('secretary');
});
