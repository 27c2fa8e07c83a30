import { describe, expect, it } from 'vitest';
import { lastWeek, mondayOf, weeksBefore } from './weeks.ts';

describe('weeks', () => {
  it('begin on Monday', () => {
    expect(mondayOf('2026-11-30')).toBe('2026-11-30');
    expect(mondayOf('2026-12-06')).toBe('2026-11-30');
    expect(mondayOf('2027-01-01')).toBe('2026-12-28');
  });

  it('are over on the Monday after, and settled three weeks later', () => {
    expect(lastWeek('2026-11-30')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(lastWeek('2026-12-06')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(lastWeek('2026-11-30', 21)).toEqual({ from: '2026-11-02', to: '2026-11-08' });
  });

  it('are compared with the eight before, oldest first', () => {
    const before = weeksBefore({ from: '2026-11-23', to: '2026-11-29' });
    expect(before).toHaveLength(8);
    expect(before[0]).toEqual({ from: '2026-09-28', to: '2026-10-04' });
    expect(before[7]).toEqual({ from: '2026-11-16', to: '2026-11-22' });
  });
});
