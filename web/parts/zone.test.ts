import { describe, expect, it } from 'vitest';
import { instantOf, localOf } from './zone.ts';

describe('a date and time that somebody types', () => {
  it.each([
    ['2026-11-28T17:00', 'Asia/Ho_Chi_Minh', '2026-11-28T10:00:00.000Z'],
    ['2026-01-01T06:30', 'Asia/Ho_Chi_Minh', '2025-12-31T23:30:00.000Z'],
    ['2026-07-01T12:00', 'America/New_York', '2026-07-01T16:00:00.000Z'],
    ['2026-12-01T12:00', 'America/New_York', '2026-12-01T17:00:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(instantOf(local, zone)).toBe(instant);
    expect(localOf(instant, zone)).toBe(local);
  });
});
