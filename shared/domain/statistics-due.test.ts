import { describe, expect, it } from 'vitest';
import { aCase, aPart, at, jurisdiction } from '../../test/support/case-builder.ts';
import { statisticsContext } from './statistics-context.ts';
import { dueContributions } from './statistics-due.ts';

const context = statisticsContext(jurisdiction);
const DUE = at('2020-03-12 17:00');

const of = (differing: Readonly<Record<string, unknown>>) =>
  dueContributions(
    aCase({ lead: 'SGTVT', serviceCode: 'road-damage', answerDueAt: DUE, ...differing }),
    context,
  );

const answered = (...answers: readonly string[]) => ({
  status: 'answered',
  rounds: answers.map((answeredAt, index) => ({
    number: index + 1,
    answeredAt,
    answeredBy: 'SGTVT',
    judgement: null,
    judgedAt: null,
  })),
});
const waiting = (from: string, until: string | null = null) => ({
  status: 'awaiting_citizen',
  waiting: [{ from, until }],
});
const closed = (closeReason: string) => ({ status: 'closed', closeReason });
const EARLY = at('2020-03-10 09:00');
const LATE = at('2020-03-13 07:30');
const LATER = at('2020-03-16 09:00');

describe('a case with a deadline', () => {
  it('counts on the local day of it, under its class, lead, service and priority', () =>
    expect(of({ class: 'field_report', answerDueAt: at('2020-03-13 00:30') })).toEqual([
      {
        day: '2020-03-13',
        counters: ['dueOpen'],
        cells: [
          ['class', 'field_report'],
          ['department', 'SGTVT'],
          ['service', 'road-damage'],
          ['priority', 'normal'],
        ],
      },
    ]));

  it('has none before it was routed, and keeps it when it was returned', () => {
    expect(of({ answerDueAt: null, lead: null })).toEqual([]);
    expect(of({ lead: null })[0]?.cells).toContainEqual(['department', '-']);
  });

  // Written out by hand: what became of the case, and the one counter that it is in.
  it.each([
    ['is open', { status: 'in_progress' }, 'dueOpen'],
    ['was answered before', answered(EARLY), 'dueOnTime'],
    ['was answered at the very instant', answered(DUE), 'dueOnTime'],
    ['was answered a ms after', answered('2020-03-12T10:00:00.001Z'), 'dueLate'],
    ['was answered late and judged', { ...answered(LATE), ...closed('judged') }, 'dueLate'],
    [
      'was answered and nobody judged it',
      { ...answered(EARLY), ...closed('judging_window_passed') },
      'dueOnTime',
    ],
    ['was answered late in the latest round, not in the first', answered(EARLY, LATE), 'dueLate'],
    [
      'was opened again and has a new deadline',
      { ...answered(EARLY), status: 'routed', clockStartedAt: at('2020-03-11 09:00') },
      'dueOpen',
    ],
    ['waits since before the deadline', waiting(EARLY), 'dueWaiting'],
    ['waits since the deadline, which it has missed', waiting(DUE), 'dueOpen'],
    ['has waited and goes on', { ...waiting(EARLY, LATE), status: 'in_progress' }, 'dueOpen'],
    ['was rejected', closed('rejected'), 'dueEnded'],
    ['was merged', closed('duplicate'), 'dueEnded'],
    ['was withdrawn', closed('withdrawn'), 'dueEnded'],
    ['got no reply from the citizen', closed('citizen_silent'), 'dueEnded'],
    [
      'was answered, opened again and withdrawn',
      { ...answered(EARLY), ...closed('withdrawn') },
      'dueEnded',
    ],
  ])('that %s', (_, differing, counter) =>
    expect(of(differing)).toMatchObject([{ counters: [counter] }]),
  );

  it('that was extended counts so as well, once, unless it ended', () => {
    expect(of({ extensions: 2 })).toMatchObject([{ counters: ['dueOpen', 'dueExtended'] }]);
    expect(of({ ...answered(LATE), extensions: 1 })).toMatchObject([
      { counters: ['dueLate', 'dueExtended'] },
    ]);
    expect(of({ ...closed('withdrawn'), extensions: 1 })).toMatchObject([
      { counters: ['dueEnded'] },
    ]);
  });
});

describe('a part of a supporting department', () => {
  const part = (differing: object) => ({ ...aPart('SXD'), dueAt: DUE, ...differing });

  const given = (answeredAt: string) => part({ status: 'answered', answeredAt });

  it.each([
    ['open', 'partOpen', { parts: [part({})] }],
    ['given in time', 'partOnTime', { parts: [given(DUE)] }],
    ['given late', 'partLate', { parts: [given(LATE)] }],
    ['open while the citizen is asked', 'partWaiting', { ...waiting(EARLY), parts: [part({})] }],
    ['missed before the citizen was asked', 'partOpen', { ...waiting(LATE), parts: [part({})] }],
    [
      'given while the citizen is asked, whose clock had stood still since before the deadline',
      'partOnTime',
      { ...waiting(EARLY), parts: [given(LATE)] },
    ],
    [
      'given in a wait that has ended since and that moved no deadline of what was given',
      'partOnTime',
      { ...waiting(EARLY, LATER), status: 'in_progress', parts: [given(LATE)] },
    ],
    [
      'given late after a wait, which had moved its deadline',
      'partLate',
      { ...waiting(EARLY, DUE), status: 'in_progress', parts: [given(LATE)] },
    ],
    [
      'given in a wait that began when it was late already',
      'partLate',
      { ...waiting(LATE), parts: [given(LATER)] },
    ],
  ])('counts on its own day, for its department only: %s', (_, counter, differing) =>
    expect(of({ ...differing, answerDueAt: null })).toEqual([
      { day: '2020-03-12', counters: [counter], cells: [['department', 'SXD']] },
    ]),
  );

  it('counts no more once it was released', () =>
    expect(of({ answerDueAt: null, parts: [part({ status: 'released' })] })).toEqual([]));
});
