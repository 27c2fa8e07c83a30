import { expect, it } from 'vitest';
import { clockFace } from './format.ts';

it.each([
  [0, '00:00'],
  [252_000, '04:12'],
  [-252_000, '04:12'],
  [3_599_999, '59:59'],
  [3_852_000, '1:04:12'],
  [100 * 3_600_000, '100:00:00'],
])('a timer shows %i ms as %s', (ms, face) => expect(clockFace(ms)).toBe(face));
