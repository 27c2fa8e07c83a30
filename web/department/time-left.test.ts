import { describe, expect, it } from 'vitest';
import { wholeTime } from './time-left.ts';

const MINUTE_MS = 60_000;

describe('the time that is left', () => {
  it.each([
    [0, 0, 0],
    [59_999, 0, 0],
    [130 * MINUTE_MS, 2, 10],
    [-130 * MINUTE_MS, 2, 10],
    [479 * MINUTE_MS, 7, 59],
    // From a working day on in whole hours.
    [485 * MINUTE_MS, 8, 0],
  ])('%d ms are %d h %d min', (ms, hours, minutes) =>
    expect(wholeTime(ms)).toEqual({ hours, minutes }),
  );
});
