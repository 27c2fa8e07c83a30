import { describe, expect, it } from 'vitest';
import { aCase, aRound, at, jurisdiction } from '../../test/support/case-builder.ts';
import { withCalendar } from './jurisdiction-lookups.ts';
import { binCounter, byMeasure, type Measure } from './statistics.ts';
import { statisticsContext } from './statistics-context.ts';
import { binOf, type Sketch } from './statistics-sketch.ts';
import { monthTimesOf, timeContributions } from './statistics-times.ts';

const context = statisticsContext(jurisdiction);
const MINUTE_MS = 60_000;

// Friday, ten minutes before closing.
const RECEIVED = at('2020-03-06 16:50');
const of = (differing: Readonly<Record<string, unknown>>) =>
  timeContributions(aCase({ receivedAt: RECEIVED, ...differing }), context);

interface Time {
  readonly day: string;
  readonly minutes: number;
  readonly value?: string;
}

const only = (measure: Measure, differing: Readonly<Record<string, unknown>>) =>
  of(differing).filter(({ counters }) => counters[0]?.startsWith(`${measure}.`));
const time = (measure: Measure, { day, minutes, value = '-/-' }: Time) => ({
  day,
  counters: [binCounter(measure, binOf(minutes * MINUTE_MS))],
  cells: [['times', value]],
});
const answered = (...answers: readonly string[]) => ({
  status: 'answered',
  rounds: answers.map((answeredAt, index) => aRound(answeredAt, null, index + 1)),
});

describe('the time to hand-off', () => {
  it('is none while nobody has the case', () => expect(of({})).toEqual([]));

  it('runs round the clock to the first routing, on the day of receipt, for the present lead', () =>
    expect(
      of({
        forwardedAt: at('2020-03-07 02:50'),
        routedAt: at('2020-03-09 08:00'),
        lead: 'SGTVT',
        serviceCode: 'road-damage',
      }),
    ).toEqual([time('handOff', { day: '2020-03-06', minutes: 600, value: 'SGTVT/road-damage' })]));

  it('ends with the first answer of the desk where that came first', () =>
    expect(
      only('handOff', {
        ...answered(at('2020-03-06 16:52')),
        status: 'routed',
        forwardedAt: at('2020-03-09 08:00'),
      }),
    ).toEqual([time('handOff', { day: '2020-03-06', minutes: 2 })]));

  it('is nothing where two clocks say that it was less', () =>
    expect(of({ forwardedAt: at('2020-03-06 16:49') })).toEqual([
      time('handOff', { day: '2020-03-06', minutes: 0 }),
    ]));
});

describe('the time to the first answer', () => {
  it('is that of the first of several, working and round the clock, on its day', () => {
    const twice = answered(at('2020-03-09 07:40'), at('2020-03-10 07:40'));
    expect([...only('firstResponse', twice), ...only('firstResponseElapsed', twice)]).toEqual([
      time('firstResponse', { day: '2020-03-09', minutes: 20 }),
      time('firstResponseElapsed', { day: '2020-03-09', minutes: 62 * 60 + 50 }),
    ]);
  });

  it('leaves out what the citizen was asked for before it, and not what came after', () => {
    const waiting = [
      { from: at('2020-03-09 07:35'), until: at('2020-03-09 07:38') },
      { from: at('2020-03-09 09:00'), until: at('2020-03-09 10:00') },
    ];
    expect(
      only('firstResponse', {
        ...answered(at('2020-03-09 07:40'), at('2020-03-10 07:40')),
        waiting,
      }),
    ).toEqual([time('firstResponse', { day: '2020-03-09', minutes: 17 })]);
  });

  it('stays when the case is opened again or ends otherwise', () => {
    const reopened = { ...answered(at('2020-03-09 07:40')), status: 'routed' };
    const withdrawn = { ...reopened, status: 'closed', closeReason: 'withdrawn' };
    for (const differing of [reopened, withdrawn])
      expect(only('firstResponse', differing)).toHaveLength(1);
  });
});

describe('the time to resolution', () => {
  const resolutionOf = (differing: Readonly<Record<string, unknown>>) =>
    only('resolution', differing)[0];

  it.each([
    ['skips the weekend', answered(at('2020-03-09 07:40')), { day: '2020-03-09', minutes: 20 }],
    [
      'leaves out what the citizen was asked for, in working time',
      {
        ...answered(at('2020-03-10 07:40')),
        waiting: [
          { from: at('2020-03-06 16:55'), until: at('2020-03-09 07:35') },
          { from: at('2020-03-09 08:00'), until: at('2020-03-09 09:00') },
        ],
      },
      // Ten minutes on Friday and eight hours on Monday, less ten minutes and an hour, and ten minutes on Tuesday.
      { day: '2020-03-10', minutes: 10 + 480 - 10 - 60 + 10 },
    ],
    [
      'goes on from receipt to the latest answer, whatever came between',
      answered(at('2020-03-09 07:40'), at('2020-03-10 07:40')),
      { day: '2020-03-10', minutes: 10 + 480 + 10 },
    ],
    [
      'is that of a closed case too',
      { ...answered(at('2020-03-09 07:40')), status: 'closed', closeReason: 'judged' },
      { day: '2020-03-09', minutes: 20 },
    ],
    ['ends with the day', answered(at('2020-03-06 19:00')), { day: '2020-03-06', minutes: 10 }],
  ])('%s', (_, differing, expected) =>
    expect(resolutionOf(differing)).toEqual(time('resolution', expected)),
  );

  it.each([
    ['was opened again', { ...answered(at('2020-03-09 07:40')), status: 'routed' }],
    [
      'ended without an answer',
      { ...answered(at('2020-03-09 07:40')), status: 'closed', closeReason: 'withdrawn' },
    ],
  ])('is none of a case that %s', (_, differing) => {
    expect(only('resolution', differing)).toEqual([]);
  });

  it('is not known in years that no calendar knows, but round the clock', () => {
    const later = answered('2031-03-09T02:00:00.000Z');
    expect(only('resolution', later)).toEqual([]);
    expect(only('firstResponse', later)).toEqual([]);
    expect(only('firstResponseElapsed', later)).toHaveLength(1);
  });

  it('goes by the hours of the lead: at a duty desk, round the clock', () => {
    const { calendarData } = jurisdiction;
    const departments = { CA: { roundTheClock: true } } as const;
    const onDuty = statisticsContext(withCalendar(jurisdiction, { ...calendarData, departments }));
    const night = aCase({ receivedAt: RECEIVED, lead: 'CA', ...answered(at('2020-03-09 07:40')) });
    expect(timeContributions(night, onDuty)).toContainEqual(
      time('resolution', { day: '2020-03-09', minutes: 62 * 60 + 50, value: 'CA/-' }),
    );
  });
});

it('sketches of days add up by month, department and service', () => {
  const sketches = (known: Partial<Record<Measure, Sketch>>) => ({
    ...byMeasure(() => new Map()),
    ...known,
  });
  const ofTrees = { dimension: 'times', value: 'TA/tree' } as const;
  expect(
    monthTimesOf([
      { ...ofTrees, day: '2020-03-05', counter: 'handOff.3', by: 2 },
      { ...ofTrees, day: '2020-03-06', counter: 'handOff.3', by: 1 },
      { ...ofTrees, day: '2020-03-06', counter: 'resolution.7', by: 4 },
      { ...ofTrees, day: '2020-04-01', value: '-/tree', counter: 'handOff.3', by: 1 },
      { ...ofTrees, day: '2020-04-01', value: '-/tree', counter: 'lost.9', by: 1 },
    ]),
  ).toEqual([
    {
      month: '2020-03',
      department: 'TA',
      service: 'tree',
      sketches: sketches({ handOff: new Map([[3, 3]]), resolution: new Map([[7, 4]]) }),
    },
    {
      month: '2020-04',
      department: '-',
      service: 'tree',
      sketches: sketches({ handOff: new Map([[3, 1]]), lost: new Map([[9, 1]]) }),
    },
  ]);
});
