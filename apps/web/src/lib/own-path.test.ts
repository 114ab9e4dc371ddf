import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each([
  '/',
  '/villages?q=%E7%8E%8B#top',
  '/batch/eligibility?row=1&next=//evil.example',
  '/sign-in?next=%2F%2Fevil.example',
])('%s is of this system', (address) => {
  expect(ownPath(address, '/home')).toBe(address);
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/%2e//evil.example',
  'https://evil.example/',
  'https:evil.example',
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  '%2F%2Fevil.example',
  'villages',
  '',
  null,
  undefined,
])('%s is not', (address) => {
  expect(ownPath(address, '/home')).toBe('/home');
});
