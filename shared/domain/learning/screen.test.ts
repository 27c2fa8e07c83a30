import { describe, expect, it } from 'vitest';
import { bundledModel, flipped, honest, poisoned, wrong } from '../../../test/support/examples.ts';
import { chance } from '../chance.ts';
import { createTextClassifier } from '../text/classifier.ts';
import { screen } from './screen.ts';

const classify = createTextClassifier(bundledModel());

describe('of what people decided', () => {
  it('all is kept where they agree with the machine as often as usual', () => {
    const { kept, setAside } = screen(honest, classify);
    expect(setAside).toEqual([]);
    expect(kept).toEqual(honest);
  });

  it('a week in which three of ten labels are wrong is set aside', () => {
    const { kept, setAside } = screen(
      poisoned((_, luck) => luck.next() < 0.3),
      classify,
    );
    expect(setAside).toMatchObject([{ grouping: 'week', of: '2026-03-02' }]);
    expect(kept).toEqual([]);
  });

  it('all of a person who is always wrong is set aside, and nothing of the others', () => {
    const { kept, setAside } = screen(
      poisoned(({ by }) => by === 'minh'),
      classify,
    );
    expect(setAside).toMatchObject([{ grouping: 'person', of: 'minh' }]);
    expect(kept).toEqual(honest.filter(({ by }) => by !== 'minh'));
  });

  it('a service that everybody suddenly calls another waits until people have looked', () => {
    const { kept, setAside } = screen([...honest, ...flipped(12)], classify);
    expect(setAside).toMatchObject([{ grouping: 'service', of: 'street-light' }]);
    expect(kept.some(({ key }) => key.startsWith('street-'))).toBe(false);
  });

  it('a few contradictions are what it learns from', () => {
    const luck = chance(1);
    const few = honest
      .slice(0, 7)
      .map((one) => ({ ...one, service: wrong(one.service, luck), by: 'vy' }));
    expect(screen([...honest.slice(7), ...few], classify).setAside).toEqual([]);
  });
});
