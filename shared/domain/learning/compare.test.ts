import { describe, expect, it } from 'vitest';
import { ServiceCode } from '../service-catalog.ts';
import { compareHeldBack, isBetter, isWorse, signTest } from './compare.ts';

describe('the sign test', () => {
  it.each([
    // By hand: the upper tail of a fair coin.
    [0, 0, 1],
    [5, 0, 1 / 32],
    [4, 0, 1 / 16],
    [5, 1, 7 / 64],
    [7, 1, 9 / 256],
    [3, 3, 42 / 64],
    [0, 3, 1],
  ])('of %d gained and %d lost gives %d', (gained, lost, chance) => {
    expect(signTest(gained, lost)).toBeCloseTo(chance, 10);
  });

  it('knows thousands of throws too', () => {
    expect(signTest(1_100, 1_000)).toBeGreaterThan(0.01);
    expect(signTest(1_100, 1_000)).toBeLessThan(0.02);
  });
});

const code = (service: string) => ServiceCode.parse(service);
const says = (service: string) => () => ({
  model: 'm',
  classes: [],
  services: [{ code: code(service), probability: 0.9 }],
  words: [],
  askPerson: false,
});

describe('on what was held back', () => {
  const examples = Array.from({ length: 8 }, (_, at) => ({
    text: String(at),
    service: code(at < 6 ? 'new' : 'old'),
    by: `agent-${at}`,
  }));

  it('what only one of both knows is counted', () => {
    const sides = { champion: says('old'), challenger: says('new') };
    expect(compareHeldBack(examples, sides)).toMatchObject({
      texts: 8,
      championRight: 2,
      challengerRight: 6,
      gained: 6,
      lost: 2,
    });
  });

  it('chance alone is no proof', () => {
    const sides = { champion: says('old'), challenger: says('new') };
    expect(isBetter(compareHeldBack(examples, sides))).toBe(false);
    expect(isBetter(compareHeldBack(examples.slice(0, 6), sides))).toBe(true);
    expect(isBetter(compareHeldBack([], sides))).toBe(false);
  });

  // By hand: `lan × 6` is six examples of hers that only the challenger knows.
  it.each([
    ['one person alone', { lan: 10 }, {}, false],
    ['one person, with too little from others', { lan: 10, minh: 2, nga: 2 }, {}, false],
    ['without any one of them still enough', { lan: 10, minh: 3, nga: 2 }, {}, true],
    ['two who each would be enough', { lan: 5, minh: 5 }, {}, true],
    ['two who need each other', { lan: 5, minh: 4 }, {}, false],
    ['one whose gains hide that others know no better', { lan: 9, minh: 5 }, { minh: 5 }, false],
    ['many, however much one of them lost', { lan: 5, minh: 5, nga: 5 }, { thao: 9 }, false],
  ] as const)('nobody decides alone: %s', (...[, gained, lost, better]) => {
    const of = (counts: Readonly<Record<string, number>>, service: string) =>
      Object.entries(counts).flatMap(([by, count]) =>
        Array.from({ length: count }, (_, at) => ({ text: `${at}`, service: code(service), by })),
      );
    const sides = { champion: says('old'), challenger: says('new') };
    const held = compareHeldBack([...of(gained, 'new'), ...of(lost, 'old')], sides);
    expect(isBetter(held)).toBe(better);
  });
});

describe('on the judged texts a challenger is worse', () => {
  const measures = {
    texts: 700,
    classAccuracy: 0.97,
    classMacroF1: 0.96,
    serviceAccuracy: 0.93,
    serviceMacroF1: 0.93,
    coverage: 0.92,
    precision: 0.96,
    calibrationError: 0.02,
  };
  const against = (differing: object, lost: readonly string[] = []) =>
    isWorse({ champion: measures, challenger: { ...measures, ...differing }, lost });

  it.each([
    ['with the same', {}, false],
    ['with one service text fewer', { serviceAccuracy: 0.9285 }, true],
    ['with one class text fewer', { classAccuracy: 0.9685 }, true],
    ['sure of more, and still right often enough', { coverage: 0.95, precision: 0.951 }, false],
    ['wrong too often where it is sure', { precision: 0.949 }, true],
    ['asking people a little more often', { coverage: 0.91 }, false],
    ['asking people far more often, and so never wrong', { coverage: 0.7, precision: 1 }, true],
    ['asking people more often than by chance', { coverage: 0.909 }, true],
  ] as const)('%s: %s', (...[, differing, worse]) => {
    expect(against(differing)).toBe(worse);
  });

  it('that asks more often than was promised, however little more than the champion', () => {
    const sides = { champion: { ...measures, coverage: 0.803 }, lost: [] };
    const asking = (coverage: number) =>
      isWorse({ ...sides, challenger: { ...measures, coverage } });
    expect([asking(0.8), asking(0.799)]).toEqual([false, true]);
  });

  it('where one service pays for the others', () => {
    expect(against({ serviceAccuracy: 0.95 }, ['noise'])).toBe(true);
  });
});
