import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  makeTrackingCode,
  parseTrackingCode,
  TRACKING_CODE_BYTES,
  TrackingCode,
} from './tracking-code.ts';

const SIGNS = '0123456789ADEFGHKMPRTUVXY';
const random = fc.uint8Array({ minLength: TRACKING_CODE_BYTES, maxLength: TRACKING_CODE_BYTES });
const code = random.map(makeTrackingCode);
const position = fc.nat({ max: 11 });
const mistyped = { ok: false, error: { code: 'TRACKING_CODE_MISTYPED' } };

const signsOf = (text: string) => text.replaceAll('-', '').split('');
/** The code with the signs at these places set. */
const withSigns = (text: string, changes: Readonly<Record<number, string>>) =>
  signsOf(text)
    .map((sign, at) => changes[at] ?? sign)
    .join('');

describe('makeTrackingCode', () => {
  it('makes the same code of the same bytes', () => {
    const bytes = Uint8Array.from({ length: 16 }, (_, index) => index * 17);
    expect(makeTrackingCode(bytes)).toBe(makeTrackingCode(bytes));
    expect(makeTrackingCode(new Uint8Array(16))).toBe('0000-0000-0000');
  });

  it('has three groups of four signs that are not confused when read or heard', () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(made).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
        expect(made).not.toMatch(/[OILSZBNCQJW]/);
        expect(TrackingCode.safeParse(made).success).toBe(true);
      }),
    );
  });

  it('has at least 50 bits before the check sign', () => {
    expect(11 * Math.log2(SIGNS.length)).toBeGreaterThan(50);
  });

  it('spreads over every sign at every place', () => {
    const seen = Array.from({ length: 12 }, () => new Set<string>());
    fc.sample(random, { seed: 1022, numRuns: 2_000 })
      .map(makeTrackingCode)
      .forEach((made) => signsOf(made).forEach((sign, at) => seen[at]?.add(sign)));
    expect(seen.map(({ size }) => size)).toEqual(Array.from({ length: 12 }, () => SIGNS.length));
  });

  it('does not make a code of too little chance', () => {
    expect(() => makeTrackingCode(new Uint8Array(15))).toThrow(RangeError);
  });
});

describe('parseTrackingCode', () => {
  it('reads what was made, as people write it', () => {
    const sloppily = fc.constantFrom<(made: string) => string>(
      (made) => made,
      (made) => made.toLowerCase(),
      (made) => made.replaceAll('-', ''),
      (made) => ` ${made.replaceAll('-', ' – ')}\u00a0`,
      (made) => signsOf(made).join('.'),
      (made) => made.replaceAll('0', 'o').replaceAll('1', 'l'),
      (made) => made.replaceAll('0', 'O').replaceAll('1', 'I').replaceAll('D', 'Đ'),
    );
    fc.assert(
      fc.property(code, sloppily, (made, write) => {
        expect(parseTrackingCode(write(made))).toEqual({ ok: true, value: made });
      }),
    );
  });

  it('finds every wrong sign', () => {
    fc.assert(
      fc.property(code, position, fc.constantFrom(...SIGNS.split('')), (made, at, sign) => {
        fc.pre(signsOf(made)[at] !== sign);
        expect(parseTrackingCode(withSigns(made, { [at]: sign }))).toEqual(mistyped);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([1, 2])('finds every swap of signs %i apart', (distance) => {
    fc.assert(
      fc.property(code, position, (made, at) => {
        const [one, other] = [signsOf(made)[at], signsOf(made)[at + distance]];
        fc.pre(one !== undefined && other !== undefined && one !== other);
        const swapped = withSigns(made, { [at]: other, [at + distance]: one });
        expect(parseTrackingCode(swapped)).toEqual(mistyped);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds every pair of twins taken for another', () => {
    fc.assert(
      fc.property(
        code,
        fc.nat({ max: 9 }),
        fc.constantFrom(...SIGNS.split('')),
        (made, at, sign) => {
          const twin = signsOf(made)[at]!;
          fc.pre(twin !== sign);
          // A code that has the twins, with the check sign that belongs to it.
          const stem = withSigns(made, { [at]: twin, [at + 1]: twin }).slice(0, 11);
          const valid = SIGNS.split('').filter((check) => parseTrackingCode(stem + check).ok);
          expect(valid).toHaveLength(1);
          const mistaken = withSigns(stem + valid[0]!, { [at]: sign, [at + 1]: sign });
          expect(parseTrackingCode(mistaken).ok).toBe(false);
        },
      ),
    );
  });

  it.each([
    ['nothing', ''],
    ['eleven signs', '0000-0000-000'],
    ['thirteen signs', '0000-0000-0000-0'],
    ['a letter that no code has', 'B000-0000-0000'],
    ['a sentence', 'mã của tôi là gì?'],
    ['a very long text', '0'.repeat(100_000)],
  ])('does not take %s for a code', (_what, text) => {
    expect(parseTrackingCode(text)).toEqual({
      ok: false,
      error: { code: 'TRACKING_CODE_MALFORMED' },
    });
  });
});

describe('TrackingCode', () => {
  it('takes the written form and no other', () => {
    const made = makeTrackingCode(Uint8Array.from({ length: 16 }, (_, index) => index * 31));
    expect(made).toMatch(/[A-Z]/);
    expect(TrackingCode.safeParse(made).success).toBe(true);
    expect(TrackingCode.safeParse(made.replaceAll('-', '')).success).toBe(false);
    expect(TrackingCode.safeParse(made.toLowerCase()).success).toBe(false);
    expect(TrackingCode.safeParse('0000-0000-0001').success).toBe(false);
  });
});
