import { expect, test } from 'vitest';
import { nextPlace, withNext } from './next-place.ts';

test('follows a path of this site', () => {
  expect(nextPlace(new URLSearchParams({ next: '/scenarios/conflit-reunion' }))).toBe('/scenarios/conflit-reunion');
});

test.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)', ''])('goes home rather than to %s', (next) => {
  expect(nextPlace(new URLSearchParams({ next }))).toBe('/home');
});

test('says where to come back only when it is not the usual place', () => {
  expect([withNext('/sign-in', '/home'), withNext('/sign-in', '/sessions')]).toEqual(['/sign-in', '/sign-in?next=%2Fsessions']);
});
