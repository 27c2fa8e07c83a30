import { describe, expect, it } from 'vitest';
import { ServiceCode } from '../service-catalog.ts';
import type { CollectedExample } from './example.ts';
import { distinct, isHeldBack, PERSON_MOST, select, SERVICE_MOST } from './select.ts';

const at = (day: number) => new Date(Date.UTC(2026, 2, day)).toISOString();
const examples = (count: number, differing: Partial<CollectedExample> = {}): CollectedExample[] =>
  Array.from({ length: count }, (_, number) => ({
    key: `${differing.by ?? 'lan'}-${differing.service ?? 'noise'}-${number}`,
    text: `${differing.by ?? 'lan'} ${differing.service ?? 'noise'} ${number}`,
    service: ServiceCode.parse('noise'),
    kind: 'confirmed',
    by: 'lan',
    collectedAt: at(1),
    ...differing,
  }));

describe('what is learned from', () => {
  it('is never what is judged by, and one in five is held back', () => {
    const all = ['a', 'b', 'c', 'd'].flatMap((by) => examples(20, { by }));
    const { training, heldBack } = select(all, null);
    expect(training.some(isHeldBack)).toBe(false);
    expect(heldBack.every(isHeldBack)).toBe(true);
    expect(all.filter(isHeldBack).length / all.length).toBeCloseTo(0.2, 1);
  });

  it('is not much of one person, nor of one service', () => {
    const flood = examples(500);
    expect(select(flood, null).training).toHaveLength(PERSON_MOST);
    const many = Array.from({ length: 9 }, (_, n) => examples(100, { by: `agent-${n}` })).flat();
    expect(select(many, null).training).toHaveLength(SERVICE_MOST);
    const other = examples(30, { service: ServiceCode.parse('manhole'), by: 'minh' });
    const { training } = select([...many, ...other], null);
    expect(training.filter(({ by }) => by === 'minh')).toHaveLength(
      Math.min(PERSON_MOST, other.filter((one) => !isHeldBack(one)).length),
    );
  });

  it('is judged, after a model was taken back, only by what came later', () => {
    const before = examples(100);
    const after = examples(100, { by: 'minh', collectedAt: at(9) });
    const { heldBack, training } = select([...before, ...after], at(5));
    expect(heldBack.length).toBeGreaterThan(0);
    expect(new Set(heldBack.map(({ by }) => by))).toEqual(new Set(['minh']));
    expect(new Set(training.map(({ by }) => by))).toEqual(new Set(['lan', 'minh']));
  });

  it('counts a case and a text once, as the desk said last', () => {
    const [first] = examples(1);
    const again = { ...first!, service: ServiceCode.parse('manhole'), collectedAt: at(2) };
    const copied = { ...first!, key: 'another case' };
    expect(distinct([first!, again, copied])).toEqual([again]);
  });
});
