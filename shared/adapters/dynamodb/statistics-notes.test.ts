import { describe, expect, it } from 'vitest';
import { Chance, jurisdiction, randomHistory } from '../../../test/support/random-cases.ts';
import type { Contribution } from '../../domain/statistics.ts';
import { statisticsContext } from '../../domain/statistics-context.ts';
import { contributionOf } from '../../domain/statistics-contribution.ts';
import { packNote, unpackNote } from './statistics-notes.ts';

const context = statisticsContext(jurisdiction);
/** The unit that DynamoDB charges by, without the key and the names of the members. */
const ROOM = 1024 - 90;

const sizeOf = ({ cells, contributions }: Record<string, unknown>): number =>
  [cells, contributions].flat().reduce<number>((sum, text) => sum + String(text).length + 2, 0);

describe('the note of a case', () => {
  it('reads back as it was, and costs one unit unless the case came back twice, to the desk or with another answer, or has very many parts', () => {
    for (const current of randomHistory(new Chance(31), 2_000)) {
      const note = {
        version: current.version,
        contributions: contributionOf(current, context),
        calendar: 'built-in-1',
      };
      const packed = packNote(note);
      expect(unpackNote(packed)).toEqual(note);
      const cameBack = current.hops.length + Math.max(0, current.rounds.length - 1);
      if (cameBack < 2 && current.parts.length <= 4) {
        expect(sizeOf(packed)).toBeLessThan(ROOM);
      }
    }
  });

  it('of before it was packed is read as well', () => {
    const contributions: Contribution[] = [
      { day: '2020-03-05', counters: ['received'], cells: [['class', '-']] },
    ];
    expect(unpackNote({ version: 3, contributions })).toEqual({ version: 3, contributions });
  });

  it('of before dimensions had codes is read as well', () =>
    expect(
      unpackNote({ version: 3, cells: ['class/-', 'Rd/TA'], contributions: ['2020-03-05 r 0.1'] })
        .contributions,
    ).toEqual([
      {
        day: '2020-03-05',
        counters: ['received'],
        cells: [
          ['class', '-'],
          ['returns-department', 'TA'],
        ],
      },
    ]));

  it('leaves out what is not counted any more', () => {
    const packed = {
      version: 3,
      cells: ['total/all', 'class/-'],
      contributions: ['2020-03-05 r.lm 0.1 7'],
    };
    expect(unpackNote(packed).contributions).toEqual([
      { day: '2020-03-05', counters: ['received', 'lostMinutes'], cells: [['class', '-']], by: 7 },
    ]);
  });

  it.each([
    [{ version: 3, cells: ['class/-'], contributions: ['2020-03-05 qqq 0'] }],
    [{ version: 3, cells: ['class/-'], contributions: ['yesterday r 0'] }],
    [{ version: 0, cells: [], contributions: [] }],
  ])('that we did not write, such as %j, is not taken for one', (item) =>
    expect(() => unpackNote(item)).toThrow(),
  );
});
