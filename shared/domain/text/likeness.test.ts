import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, LIKENESS_BYTES, likenessOf } from './likeness.ts';

const KEY = 'a key of tests';
const between = (a: string, b: string) => likeness(likenessOf(a, KEY)!, likenessOf(b, KEY)!);

const FLOOD = 'Đường Nguyễn Trãi trước chợ Lái Thiêu ngập sâu nửa mét, xe chết máy hàng loạt';

describe('likeness', () => {
  it.each([
    ['the same words', FLOOD, 1, 1],
    [
      'without marks',
      'duong nguyen trai truoc cho lai thieu ngap sau nua met xe chet may hang loat',
      1,
      1,
    ],
    ['said again in other words', 'trước chợ Lái Thiêu ngập sâu lắm, xe chết máy', 0.2, 0.85],
    ['another matter', 'Xin hỏi thủ tục đăng ký khai sinh cho con cần giấy tờ gì', 0, 0.12],
  ])('of %s', (...[, other, least, most]) => {
    expect(between(FLOOD, other)).toBeGreaterThanOrEqual(least);
    expect(between(FLOOD, other)).toBeLessThanOrEqual(most);
  });

  it('does not exist of what has no word', () => {
    expect(likenessOf('', KEY)).toBeNull();
    expect(likenessOf('🌊 … !!!', KEY)).toBeNull();
  });

  it('cannot be compared with what another deployment made', () => {
    expect(likeness(likenessOf(FLOOD, KEY)!, likenessOf(FLOOD, 'another key')!)).toBeLessThan(0.1);
  });

  it('is near the share of words that both texts have', () => {
    const word = fc.integer({ min: 0, max: 99_999 }).map((n) => `w${n}`);
    const words = fc.uniqueArray(word, { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(words, fc.integer({ min: 0, max: 60 }), (all, shared) => {
        const fresh = all.map((one) => `x${one}`);
        // One word a line of its own would still pair with its neighbours: only the head is shared.
        const other = [...all.slice(0, shared), ...fresh.slice(shared)];
        const pairs = Math.max(0, shared - 1);
        const both = shared + pairs;
        const either = 2 * (60 + 59) - both;
        const estimate = between(all.join(' '), other.join(' '));
        expect(Math.abs(estimate - both / either)).toBeLessThan(0.4);
      }),
      { numRuns: 200 },
    );
  });

  it('takes any text, always the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const made = likenessOf(text, KEY);
        expect(made).toEqual(likenessOf(text.normalize('NFD'), KEY));
        if (made !== null) expect(made).toHaveLength(LIKENESS_BYTES);
      }),
    );
  });
});
