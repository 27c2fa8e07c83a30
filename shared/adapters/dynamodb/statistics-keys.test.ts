import { describe, expect, it } from 'vitest';
import { jurisdictionId } from '../../../test/support/case-builder.ts';
import { binCounter, COUNTERS, MEASURES } from '../../domain/statistics.ts';
import { BINS } from '../../domain/statistics-sketch.ts';
import {
  attributeOf,
  counterKey,
  counterPlace,
  generationOf,
  readAttribute,
} from './statistics-keys.ts';

describe('the attributes of a counter row', () => {
  it('have a name of their own for each counter and day, which reads back', () => {
    const names = COUNTERS.map((counter) => attributeOf(counter, '2020-03-05'));
    expect(new Set(names).size).toBe(COUNTERS.length);
    expect(names.map((name) => readAttribute(name, 'SGTVT'))).toEqual(
      COUNTERS.map((counter) => ({ counter, dayOfMonth: 5 })),
    );
  });

  it('have one for each bin, whose day is in the key', () => {
    const bins = MEASURES.flatMap((measure) => [0, 7, BINS - 1].map((n) => binCounter(measure, n)));
    const names = bins.map((bin) => attributeOf(bin, '2020-03-05'));
    expect(names.map((name) => readAttribute(name, '05#SGTVT/road-damage'))).toEqual(
      bins.map((counter) => ({ counter, dayOfMonth: 5 })),
    );
  });

  it.each(['pk', 'sk', 'r', 'r5', 'r005', 'b05', 'H', 'H1234', 'Hx'])('are not %s', (name) =>
    expect(readAttribute(name, 'SGTVT')).toBeUndefined(),
  );
});

describe('the place of a counter', () => {
  const place = { day: '2020-03-05', value: 'SGTVT/road-damage' };

  it('is a row a month, or a day for the bins of a time', () => {
    const ofDepartment = { ...place, dimension: 'department', value: 'SGTVT' } as const;
    expect(counterPlace({ ...ofDepartment, counter: 'dueLate' })).toEqual({
      partition: '2020-03#department',
      sk: 'SGTVT',
      attribute: 'l05',
    });
    const ofTimes = counterPlace({ ...place, dimension: 'times', counter: 'handOff.123' });
    expect(ofTimes).toEqual({
      partition: '2020-03#times',
      sk: '05#SGTVT/road-damage',
      attribute: 'H123',
    });
    expect(counterKey({ jurisdictionId, number: 3 }, ofTimes)).toEqual({
      pk: 'binh-duong#g3#2020-03#times',
      sk: '05#SGTVT/road-damage',
    });
  });
});

describe('the generation of a row', () => {
  it.each([
    ['binh-duong#g12#2020-03#class', 12],
    ['binh-duong#g3#case#abc', 3],
    ['binh-duong#g3#journal#0', 3],
    ['binh-duong#g3#folding', 3],
    ['binh-duong#generations', undefined],
  ])('%s is %s', (pk, number) => expect(generationOf({ pk, sk: 'x' })).toBe(number));
});
