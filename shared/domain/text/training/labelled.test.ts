import { describe, expect, it } from 'vitest';
import { labelled, withoutRare } from './labelled.ts';

describe('a text to learn from', () => {
  it('has each of its terms once', () => {
    const { keys, weights } = labelled('ngập ngập ngập quá', 0).terms;
    expect(new Set(keys).size).toBe(keys.length);
    expect(weights.length).toBe(keys.length);
  });

  it('loses the terms that only it has', () => {
    const texts = ['nước ngập xyzt', 'nước ngập', 'nước ngập'].map((text) => labelled(text, 0));
    const [odd, plain] = withoutRare(texts, 2);
    expect(odd?.terms.keys).toEqual(plain?.terms.keys);
    expect(plain?.terms.keys.length).toBe(texts[1]?.terms.keys.length);
  });
});
