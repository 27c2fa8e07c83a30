import { expect, it } from 'vitest';
import { bundledLetterhead } from './letterheads.ts';

it('the letterhead of Bình Dương is whole, and another province must bring its own', () => {
  expect(bundledLetterhead('binh-duong')).toMatchObject({
    place: 'Bình Dương',
    addressee: 'Ủy ban nhân dân tỉnh Bình Dương',
  });
  expect(() => bundledLetterhead('dong-nai')).toThrow();
});
