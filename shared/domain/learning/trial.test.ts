import { describe, expect, it } from 'vitest';
import { BINH_DUONG, flipped, honest, MONDAY, poisoned } from '../../../test/support/examples.ts';
import { hexDigest } from '../../adapters/system/digest.ts';
import { readMaterial } from '../../adapters/system/training-texts.ts';
import type { CollectedExample } from './example.ts';
import { holdTrial, type TrialInput } from './trial.ts';

const material = readMaterial(BINH_DUONG);
const trial = (examples: readonly CollectedExample[], differing: Partial<TrialInput> = {}) => {
  const since = { lastTrialAt: null, judgedSince: null };
  return holdTrial(
    { material, champion: material.base, examples, ...since, ...differing },
    hexDigest,
  );
};

/** None of them makes a challenger; trials that do take their time and stand in retrain-classifier.oracle.test.ts. */
describe('no challenger is made', () => {
  it.each([
    ['three of ten labels are wrong', poisoned((_, luck) => luck.next() < 0.3), 'week'],
    [
      'all that one agent decided is wrong',
      poisoned(() => true).map((one) => ({ ...one, by: 'minh' })),
      'person',
    ],
    [
      'a service is called another by a different person each time',
      flipped(150).map((one, at) => ({ ...one, by: `agent-${at}` })),
      'week',
    ],
  ] as const)('where %s, and the report says so', (...[, examples, grouping]) => {
    const { verdict, challenger, examples: counted } = trial(examples);
    expect(verdict).toBe('EXAMPLES_DOUBTED');
    expect(challenger).toBeUndefined();
    expect(counted.setAside).toMatchObject([{ grouping, examples: examples.length }]);
    expect(counted).toMatchObject({ training: 0, heldBack: 0 });
  });

  it.each([
    ['there are few examples', honest.slice(0, 30), {}],
    ['nothing is new', honest, { lastTrialAt: MONDAY }],
    ['nothing came since a model was taken back', honest, { judgedSince: MONDAY }],
  ] as const)('where %s', (...[, examples, differing]) => {
    expect(trial(examples, differing)).toMatchObject({
      verdict: 'TOO_FEW_EXAMPLES',
      challenger: undefined,
      examples: { setAside: [] },
    });
  });
});
