import { describe, expect, it } from 'vitest';
import { jurisdiction, jurisdictionId } from '../../test/support/case-builder.ts';
import { InMemoryAuditLog } from '../adapters/memory/in-memory-audit-log.ts';
import { InMemoryStatisticsAlerts } from '../adapters/memory/in-memory-statistics-alerts.ts';
import { byMeasure, NONE, type SummedDimension } from '../domain/statistics.ts';
import { statisticsContext } from '../domain/statistics-context.ts';
import { daysLater } from '../domain/statistics-period.ts';
import { binOf } from '../domain/statistics-sketch.ts';
import type { DaySum } from '../ports/statistics.ts';
import type { WorklistRow } from '../ports/worklists.ts';
import { createWatchFigures } from './watch-figures.ts';

/** 10:00 of a Monday in the province. */
const NOW = '2026-11-30T03:00:00.000Z';
const TODAY = '2026-11-30';
const MINUTE_MS = 60_000;

interface HandOffDay {
  readonly day: string;
  readonly minutes: readonly number[];
}
interface Given {
  readonly counts?: readonly DaySum[];
  readonly handOffs?: readonly HandOffDay[];
  readonly queue?: readonly string[];
}

const summing =
  (dimension: SummedDimension) =>
  (day: string, value: string, counts: DaySum['counts']): DaySum => ({
    ...{ day, month: day.slice(0, 7), dimension, value, counts },
  });
const ofDepartment = summing('department');

function setup({ counts = [], handOffs = [], queue = [] }: Given) {
  let now = NOW;
  const asked: string[] = [];
  const alerts = new InMemoryStatisticsAlerts(new InMemoryAuditLog());
  const watch = createWatchFigures({
    alerts,
    clock: { now: () => new Date(now) },
    context: statisticsContext(jurisdiction),
    jurisdiction,
    series: {
      daySums: ({ dimensions, period: { from, to } }) => {
        asked.push(`${dimensions.join()} ${from}`);
        const rows = counts.filter(({ dimension }) => dimensions.includes(dimension));
        return Promise.resolve(rows.filter(({ day }) => day >= from && day <= to));
      },
    },
    times: {
      times: ({ period: { from, to } }) => {
        const sketch = new Map<number, number>();
        for (const { minutes } of handOffs.filter(({ day }) => day >= from && day <= to)) {
          for (const one of minutes) {
            const bin = binOf(one * MINUTE_MS);
            sketch.set(bin, (sketch.get(bin) ?? 0) + 1);
          }
        }
        const none = new Map<number, number>();
        const sketches = byMeasure((measure) => (measure === 'handOff' ? sketch : none));
        return Promise.resolve([{ month: '', department: NONE, service: NONE, sketches }]);
      },
    },
    counted: { list: () => Promise.resolve({ cases: [], next: undefined }) },
    worklists: {
      list: ({ dueBefore = '' }) => {
        const rows = queue.map((receivedAt) => ({
          receivedAt,
          dueAt: new Date(Date.parse(receivedAt) + 5 * MINUTE_MS).toISOString(),
        }));
        // The rest of a row is not looked at.
        const due = rows.filter(({ dueAt }) => dueAt < dueBefore) as WorklistRow[];
        return Promise.resolve({ rows: due, next: undefined });
      },
    },
  });
  return {
    alerts,
    asked,
    watch: async (at = NOW) => {
      now = at;
      const { raised } = await watch(jurisdictionId);
      return raised.map(({ alertId }) => alertId);
    },
  };
}

/** Every day of the ten weeks before today. */
const daysBefore = Array.from({ length: 70 }, (_, ago) => daysLater(TODAY, -1 - ago));

describe('departments', () => {
  /** Ten due a day, eight on time; `bad`: of last week only three. */
  const due = (bad: string): DaySum[] =>
    daysBefore.flatMap((day) =>
      ['TA', 'SXD'].map((value) => {
        const isBad = value === bad && day >= '2026-11-23';
        const dueOnTime = isBad ? 3 : 8;
        return ofDepartment(day, value, { dueOnTime, dueLate: 1, dueOpen: 9 - dueOnTime });
      }),
    );

  it('whose last week fell are named once a week, what is open and overdue counted as failed', async () => {
    const { watch, asked } = setup({ counts: due('TA') });
    expect(await watch()).toEqual(['2026-11-23_2026-11-29.on-time-drop.department.TA']);
    expect(await watch('2026-11-30T03:15:00.000Z')).toEqual([]);
    expect(asked.filter((question) => question.startsWith('department'))).toHaveLength(1);
    await watch('2026-12-07T03:00:00.000Z');
    expect(asked.filter((question) => question.startsWith('department'))).toHaveLength(2);
  });

  it('are judged by the satisfaction with a week that has settled: last week is not judged yet', async () => {
    const forwarded = (isBad: (day: string) => boolean): DaySum[] =>
      Array.from({ length: 90 }, (_, ago) => daysLater(TODAY, -1 - ago)).map((day) =>
        ofDepartment(day, 'TA', { forwarded: 10, answered: 9, satisfied: isBad(day) ? 2 : 8 }),
      );
    const young = setup({ counts: forwarded((day) => day > '2026-11-08') });
    expect(await young.watch()).toEqual([]);
    const settled = setup({ counts: forwarded((day) => day >= '2026-11-02') });
    expect(await settled.watch()).toEqual([
      '2026-11-02_2026-11-08.satisfaction-drop.department.TA',
    ]);
  });
});

describe('hand-offs', () => {
  const usual = daysBefore.map((day) => ({ day, minutes: [1, 2, 2, 3, 3, 4, 4, 4, 4, 9] }));

  it('are told of as late when most of today are', async () => {
    const minutes = Array.from({ length: 24 }, (_, one) => (one < 10 ? 3 : 20));
    const { watch, alerts } = setup({ handOffs: [...usual, { day: TODAY, minutes }] });
    expect(await watch()).toEqual(['2026-11-30.hand-off-slip.all']);
    const [alert] = await alerts.since(jurisdictionId, TODAY);
    expect(alert?.evidence).toMatchObject({ late: 14, of: 24, before: { late: 56, of: 560 } });
  });

  it('are told of as late when nobody hands off any more, by who waits beyond five minutes', async () => {
    const queue = Array.from({ length: 30 }, (_, one) =>
      new Date(Date.parse(NOW) - (one + 1) * MINUTE_MS).toISOString(),
    );
    const { watch, alerts } = setup({ handOffs: usual, queue });
    expect(await watch()).toEqual(['2026-11-30.hand-off-slip.all']);
    const [alert] = await alerts.since(jurisdictionId, TODAY);
    expect(alert?.evidence).toMatchObject({ late: 25, waiting: 25, of: 25 });
  });

  it('of a small desk are looked at by the week', async () => {
    const week = ['2026-12-01', '2026-12-02'].map((day) => ({
      day,
      minutes: Array.from({ length: 12 }, () => 30),
    }));
    const { watch } = setup({ handOffs: [...usual, ...week] });
    expect(await watch('2026-12-01T10:00:00.000Z')).toEqual([]);
    expect(await watch('2026-12-02T10:00:00.000Z')).toEqual([
      '2026-11-30_2026-12-06.hand-off-slip.all',
    ]);
  });
});

describe('a look at a quiet day', () => {
  it('reads the counters of that day and no more', async () => {
    const { watch, asked } = setup({
      counts: [...daysBefore, TODAY].map((day) => summing('service')(day, 'tree', { received: 5 })),
    });
    expect(await watch()).toEqual([]);
    expect(asked.filter((question) => !question.startsWith('department'))).toEqual([
      `service,area ${TODAY}`,
    ]);
  });
});
