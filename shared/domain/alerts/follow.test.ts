import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alert, type Finding } from './alert.ts';
import { followed, type Look } from './follow.ts';

const burst = (received: number, value = 'flooding', day = '2026-11-30'): Finding => ({
  subject: { by: 'service', value },
  period: { from: day, to: day },
  evidence: {
    kind: 'burst',
    ...{ received, usual: 0.5, days: 56, bound: 7, chance: 1e-9, mostly: null },
  },
});
const drop = (from: string, to: string): Finding => ({
  subject: { by: 'department', value: 'TA' },
  period: { from, to },
  evidence: {
    kind: 'on-time-drop',
    week: { numerator: 1, denominator: 20 },
    before: [{ numerator: 90, denominator: 100 }],
    ...{ chance: 1e-9, tests: 4 },
  },
});
const look = (
  found: readonly Finding[],
  at = '2026-11-30T02:00:00.000Z',
  atWeeks = false,
): Look => ({
  at,
  found,
  atWeeks,
});

/** What is stored after a look. */
function after(stored: readonly Alert[], one: Look): Alert[] {
  const { raise, follow } = followed(stored, one);
  const changes = new Map(follow.map((change) => [change.alertId, change]));
  return [...stored.map((alert) => ({ ...alert, ...changes.get(alert.alertId) })), ...raise];
}
const NOTHING = { raise: [], follow: [] };

describe('what was found', () => {
  it('is raised once, under an id that says what it is about', () => {
    const stored = after([], look([burst(12)]));
    expect(stored).toMatchObject([
      { alertId: '2026-11-30.burst.service.flooding', passedAt: null, acknowledgement: null },
    ]);
    expect(followed(stored, look([burst(12)], '2026-11-30T02:15:00.000Z'))).toEqual(NOTHING);
  });

  it('is followed as it grows, and passes when it holds no more', () => {
    const grown = after(
      after([], look([burst(12)])),
      look([burst(40)], '2026-11-30T02:15:00.000Z'),
    );
    expect(grown).toMatchObject([
      {
        evidence: { received: 40 },
        raisedAt: '2026-11-30T02:00:00.000Z',
        asOf: '2026-11-30T02:15:00.000Z',
      },
    ]);
    const passed = after(grown, look([], '2026-12-01T00:00:00.000Z'));
    expect(passed).toMatchObject([
      { evidence: { received: 40 }, passedAt: '2026-12-01T00:00:00.000Z' },
    ]);
    expect(followed(passed, look([], '2026-12-02T00:00:00.000Z'))).toEqual(NOTHING);
  });

  it('is the same alert when it holds again, and keeps its acknowledgement', () => {
    const by = { id: 'quang', role: 'manager', department: null } as const;
    const acknowledgement = { at: '2026-11-30T02:05:00.000Z', by, note: 'Đã gọi.' };
    const passed = after(after([], look([burst(12)])), look([])).map((alert) => ({
      ...alert,
      acknowledgement,
    }));
    expect(after(passed, look([burst(13)]))).toMatchObject([{ passedAt: null, acknowledgement }]);
  });

  it('of a week passes when a later week is looked at, and not before', () => {
    const raised = after([], look([drop('2026-11-23', '2026-11-29')], undefined, true));
    expect(followed(raised, look([]))).toEqual(NOTHING);
    const next = after(
      raised,
      look([drop('2026-11-30', '2026-12-06')], '2026-12-07T00:00:00.000Z', true),
    );
    expect(next.map(({ alertId, passedAt }) => [alertId, passedAt])).toEqual([
      ['2026-11-23_2026-11-29.on-time-drop.department.TA', '2026-12-07T00:00:00.000Z'],
      ['2026-11-30_2026-12-06.on-time-drop.department.TA', null],
    ]);
  });

  it('is raised once each whatever is found in whatever order, and a look once more changes nothing', () => {
    const findings = fc.subarray(
      [burst(9), burst(12), burst(30, 'tree'), burst(8, 'tree'), drop('2026-11-23', '2026-11-29')],
      { minLength: 0 },
    );
    fc.assert(
      fc.property(fc.array(findings, { maxLength: 6 }), (looks) => {
        let stored: Alert[] = [];
        for (const found of looks) {
          const one = look(found, undefined, true);
          const before = stored;
          stored = after(stored, one);
          expect(new Set(stored.map(({ alertId }) => alertId)).size).toBe(stored.length);
          expect(followed(stored, one).raise).toEqual([]);
          const turned = after(before, { ...one, found: one.found.toReversed() });
          expect(turned.map(({ alertId }) => alertId).sort()).toEqual(
            stored.map(({ alertId }) => alertId).sort(),
          );
        }
      }),
    );
  });
});
