import { describe, expect, it } from 'vitest';
import { COUNTERS } from '../../domain/statistics.ts';
import { attributeOf, generationOf, readAttribute } from './statistics-keys.ts';

describe('the attributes of a counter row', () => {
  it('have a name of their own for each counter and day, which reads back', () => {
    const names = COUNTERS.map((counter) => attributeOf(counter, '2020-03-05'));
    expect(new Set(names).size).toBe(COUNTERS.length);
    expect(names.map(readAttribute)).toEqual(
      COUNTERS.map((counter) => ({ counter, dayOfMonth: 5 })),
    );
  });

  it.each(['pk', 'sk', 'r', 'r5', 'r005', 'z05'])('are not %s', (name) =>
    expect(readAttribute(name)).toBeUndefined(),
  );
});

describe('the generation of a row', () => {
  it.each([
    ['binh-duong#g12#2020-03#total', 12],
    ['binh-duong#g3#case#abc', 3],
    ['binh-duong#generations', undefined],
  ])('%s is %s', (pk, number) => expect(generationOf({ pk, sk: 'x' })).toBe(number));
});
