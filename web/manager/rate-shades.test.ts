import { expect, it } from 'vitest';
import { shadeOf } from './rate-shades.ts';

it.each([
  [0, 'var(--rate-1)'],
  [0.499, 'var(--rate-1)'],
  [0.5, 'var(--rate-2)'],
  [0.77, 'var(--rate-4)'],
  [1, 'var(--rate-5)'],
  [null, 'var(--rate-1)'],
])('a rate of %s is drawn in %s', (rate, shade) => expect(shadeOf(rate)).toBe(shade));
