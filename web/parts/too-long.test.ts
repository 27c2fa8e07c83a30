import { expect, it } from 'vitest';
import { isTooLong } from './too-long.ts';

it('counts letters as the API does, however their marks are written', () => {
  const text = 'Nước ngập đường. '.repeat(4);
  const limit = text.length;
  expect(text.normalize('NFD').length).toBeGreaterThan(limit);
  expect(isTooLong(text.normalize('NFD'), limit)).toBe(false);
  expect(isTooLong(text, limit)).toBe(false);
  expect(isTooLong(`${text}.`, limit)).toBe(true);
});
