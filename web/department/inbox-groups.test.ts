import { describe, expect, it } from 'vitest';
import { dueGroup, linesOf } from './inbox-groups.ts';

const due = (local: string) => ({
  dueAt: new Date(`${local}:00+07:00`).toISOString(),
  dueAtLocal: `${local}:00+07:00`,
});
/** A Thursday, nine in the morning in the province; in New York it is Wednesday still. */
const moment = { at: Date.parse('2026-11-26T09:00:00+07:00'), today: '2026-11-26' };

describe('the group of a deadline', () => {
  it.each([
    ['2026-11-20T17:00', 'late'],
    ['2026-11-26T08:59', 'late'],
    ['2026-11-26T09:00', 'today'],
    ['2026-11-26T23:59', 'today'],
    ['2026-11-27T08:00', 'this_week'],
    ['2026-11-29T17:00', 'this_week'],
    ['2026-11-30T08:00', 'later'],
    ['2027-01-04T08:00', 'later'],
  ])('%s: %s', (local, group) => expect(dueGroup(due(local), moment)).toBe(group));

  it('of a Sunday is this week no longer than the day itself', () => {
    const sunday = { at: Date.parse('2026-11-29T09:00:00+07:00'), today: '2026-11-29' };
    expect(dueGroup(due('2026-11-29T17:00'), sunday)).toBe('today');
    expect(dueGroup(due('2026-11-30T08:00'), sunday)).toBe('later');
  });
});

describe('the lines of a list', () => {
  const rows = ['2026-11-25T17:00', '2026-11-26T10:00', '2026-11-26T11:00', '2026-12-10T17:00'];

  it('have one heading before each group that has rows, and every row with its place', () => {
    const lines = linesOf(rows.map(due), moment);
    const told = lines.map((line) => (line.kind === 'group' ? line.group : line.index));
    expect(told).toEqual(['late', 0, 'today', 1, 2, 'later', 3]);
  });

  it('are the rows alone where deadlines stand still', () =>
    expect(linesOf(rows.map(due), undefined)).toHaveLength(4));
});
