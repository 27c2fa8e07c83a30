import { describe, expect, it } from 'vitest';
import { aCase, aPart, aRound } from '../../test/support/case-builder.ts';
import { jurisdiction } from '../../test/support/random-cases.ts';
import { Contribution } from './statistics.ts';
import { headlineContributions } from './statistics-headline.ts';
import { statisticsContext } from './statistics-context.ts';

const context = statisticsContext(jurisdiction);
const of = (differing: Readonly<Record<string, unknown>>) =>
  headlineContributions(aCase(differing), context);

const [MARCH, APRIL, MAY] = [
  '2020-03-31T20:00:00.000Z', // already April in Vietnam
  '2020-04-10T02:00:00.000Z',
  '2020-05-10T02:00:00.000Z',
];
const forwarded = { receivedAt: MARCH, forwardedAt: APRIL, lead: 'SGTVT' };

describe('what a case counts for', () => {
  it('begins with its receipt, on the day in the jurisdiction, in every dimension', () =>
    expect(of({ receivedAt: MARCH })).toEqual([
      {
        day: '2020-04-01',
        counters: ['received'],
        cells: [
          ['class', '-'],
          ['department', '-'],
          ['service', '-'],
          ['channel', 'phone'],
          ['area', '-'],
          ['priority', 'normal'],
          ['supporting', '-'],
        ],
      },
    ]));

  it('is found under its class, lead, service, channel, place and priority, and each that supports', () => {
    const [received] = of({
      class: 'field_report',
      serviceCode: 'road-damage',
      lead: 'TA',
      channel: 'zalo',
      areaCode: '25966',
      priority: 'urgent',
      parts: [aPart('SXD', 'open'), aPart('SYT', 'released')],
    });
    expect(received?.cells).toEqual([
      ['class', 'field_report'],
      ['department', 'TA'],
      ['service', 'road-damage'],
      ['channel', 'zalo'],
      ['area', '25966'],
      ['priority', 'urgent'],
      ['supporting', 'SXD'],
      ['supporting', 'SYT'],
    ]);
  });

  it('has its forwarding and all that follows on the day of the first forwarding', () =>
    expect(of({ ...forwarded, rounds: [aRound(MAY, 'satisfied')] })).toMatchObject([
      { day: '2020-04-01', counters: ['received', 'receivedAnswered'] },
      { day: '2020-04-10', counters: ['forwarded', 'answered', 'satisfied'] },
    ]));

  it.each([
    [
      'the latest judgement, not the first',
      [aRound(APRIL, 'unsatisfied'), aRound(MAY, 'acceptable', 2)],
      ['forwarded', 'answered', 'acceptable'],
    ],
    [
      'no judgement when the latest round has none',
      [aRound(APRIL, 'satisfied'), aRound(MAY, null, 2)],
      ['forwarded', 'answered'],
    ],
    [
      'no answer when the desk gave it before forwarding',
      [aRound(MARCH, 'unsatisfied')],
      ['forwarded'],
    ],
  ])('has %s', (_, rounds, counters) =>
    expect(of({ ...forwarded, rounds })[1]).toMatchObject({ counters }),
  );

  it('shows a reopening after it was forwarded', () => {
    const rounds = [aRound(APRIL, 'unsatisfied')];
    expect(of({ ...forwarded, rounds, clockStartedAt: MAY })[1]).toMatchObject({
      counters: ['forwarded', 'answered', 'unsatisfied', 'reopened'],
    });
    expect(
      of({ ...forwarded, receivedAt: '2020-01-01T00:00:00.000Z', clockStartedAt: MARCH })[1],
    ).toMatchObject({
      counters: ['forwarded'],
    });
  });

  it.each([
    ['rejected', 'rejected'],
    ['duplicate', 'duplicate'],
    ['withdrawn', 'withdrawn'],
    ['citizen_silent', 'citizenSilent'],
  ])('stays received and forwarded when %s', (closeReason, counter) =>
    expect(of({ ...forwarded, status: 'closed', closeReason })).toMatchObject([
      { counters: ['received', counter] },
      { counters: ['forwarded', 'endedUnanswered'] },
    ]),
  );

  it('is under no department once it was returned, and still forwarded', () => {
    const [received, sent] = of({ ...forwarded, lead: null });
    expect(received?.cells).toContainEqual(['department', '-']);
    expect(sent).toMatchObject({ counters: ['forwarded'] });
  });

  it('shows each supporting department once, released or not, and in no total', () => {
    const parts = [aPart('SXD'), aPart('TA', 'released')];
    expect(of({ ...forwarded, parts })[2]).toEqual({
      day: '2020-04-10',
      counters: ['supporting'],
      cells: [
        ['department', 'SXD'],
        ['department', 'TA'],
      ],
    });
  });
});

it('what was counted in a dimension of an earlier release is not taken back from anywhere', () =>
  expect(
    Contribution.parse({
      day: '2020-03-05',
      counters: ['received'],
      cells: [
        ['total', 'all'],
        ['class', '-'],
      ],
    }),
  ).toEqual({ day: '2020-03-05', counters: ['received'], cells: [['class', '-']] }));
