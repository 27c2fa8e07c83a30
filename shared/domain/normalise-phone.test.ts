import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadNormalisePhone } from './normalise-phone.ts';
import { E164, lastFourDigits, maskPhone } from './phone.ts';

const normalisePhone = await loadNormalisePhone();

const refusal = (text: string) => {
  const result = normalisePhone(text);
  return result.ok ? result.value : `${result.error.code} ${result.error.reason}`;
};

describe('normalisePhone', () => {
  it.each([
    ['0912345678', '+84912345678'],
    ['0912 345 678', '+84912345678'],
    ['0912.345.678', '+84912345678'],
    ['0912-345-678', '+84912345678'],
    ['0912/345/678', '+84912345678'],
    ['+84912345678', '+84912345678'],
    ['+84 (0) 912 345 678', '+84912345678'],
    ['84912345678', '+84912345678'],
    ['0084 912 345 678', '+84912345678'],
    // A spreadsheet took the 0 away.
    ['912345678', '+84912345678'],
    ['０９１２３４５６７８', '+84912345678'],
    ['\u202a0912\u00a0345\u00a0678\u202c', '+84912345678'],
    ['(0274) 3822 888', '+842743822888'],
    ['0274 - 3822 888', '+842743822888'],
    ['02743822888', '+842743822888'],
    ['028 3829 1234', '+842838291234'],
    ['024 3825 3536', '+842438253536'],
    ['+1 202 555 0123', '+12025550123'],
    ['001 202 555 0123', '+12025550123'],
    ['+856 20 5551 2345', '+8562055512345'],
    ['+886 912 345 678', '+886912345678'],
  ])('reads %s as %s', (text, expected) => {
    expect(normalisePhone(text)).toEqual({ ok: true, value: expected });
  });

  // Typed from the announcement, not from the table of the code.
  it.each([
    ['0162', '032'],
    ['0163', '033'],
    ['0164', '034'],
    ['0165', '035'],
    ['0166', '036'],
    ['0167', '037'],
    ['0168', '038'],
    ['0169', '039'],
    ['0120', '070'],
    ['0121', '079'],
    ['0122', '077'],
    ['0126', '076'],
    ['0128', '078'],
    ['0123', '083'],
    ['0124', '084'],
    ['0125', '085'],
    ['0127', '081'],
    ['0129', '082'],
    ['0186', '056'],
    ['0188', '058'],
    ['0199', '059'],
  ])('moves the old prefix %s to %s', (old, current) => {
    const expected = { ok: true, value: `+84${current.slice(1)}1234567` };
    expect(normalisePhone(`${old} 123 4567`)).toEqual(expected);
    expect(normalisePhone(`+84 ${old.slice(1)}1234567`)).toEqual(expected);
  });

  it.each(['0160 123 4567', '0161 123 4567', '0187 123 4567', '0198 123 4567', '0111 111 1111'])(
    'knows no prefix for %s',
    (text) => {
      expect(refusal(text)).toBe('PHONE_INVALID not_in_use');
    },
  );

  it.each([
    '1022',
    '113',
    '114',
    '115',
    '111',
    '1080',
    '18001',
    '8088',
    '0274.1022',
    '(0274)1022',
    '02741022',
    '+84 1022',
  ])('refuses %s as a short number', (text) => {
    expect(refusal(text)).toBe('PHONE_SHORT_NUMBER short_number');
  });

  it.each(['1900 1009', '1900561234', '18001090', '1800 599 920'])(
    'refuses %s, which only receives calls',
    (text) => {
      expect(refusal(text)).toBe('PHONE_SHORT_NUMBER service_number');
    },
  );

  it.each([
    '0912345678/0913456789',
    '0912 345 678 / 0913 456 789',
    '0912345678 - 0913456789',
    '0912345678, 0274 3822 888',
    '0912345678 hoặc 0913456789',
    '0912345678 0913456789',
    '0912 345 678 0913 456 789',
    '0912345678\n0913456789',
    // The last digits of a second line.
    '0274 3822 888/889',
    '0912345678/79',
  ])('does not choose among %j', (text) => {
    expect(refusal(text)).toBe('PHONE_AMBIGUOUS several_numbers');
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['0912 345 678 (chị Hoa)', 'has_letters'],
    ['0912345678 ext 12', 'has_letters'],
    ['O912345678', 'has_letters'],
    ['không có', 'has_letters'],
    ['*101#', 'has_other_signs'],
    ['0912_345_678', 'has_other_signs'],
    ['-', 'too_short'],
    ['09', 'too_short'],
    ['0912 345', 'too_short'],
    ['091234567', 'too_short'],
    ['09123456789', 'too_long'],
    ['0912 345 678 901', 'too_long'],
    ['1'.repeat(1_000_000), 'too_long'],
    ['9'.repeat(40), 'too_long'],
    ['0000000000', 'not_in_use'],
    ['0650 3822 888', 'not_in_use'],
    ['+999 123 456 789', 'not_in_use'],
    ['+1 202 555', 'not_in_use'],
  ])('refuses %j: %s', (text, reason) => {
    expect(refusal(text)).toBe(`PHONE_INVALID ${reason}`);
  });

  it('reads its own results as themselves', () => {
    const digits = fc.integer({ min: 0, max: 9_999_999 }).map((n) => String(n).padStart(7, '0'));
    fc.assert(
      fc.property(
        fc.constantFrom('091', '038', '0168', '0274', '028 3'),
        digits,
        (prefix, rest) => {
          const once = normalisePhone(prefix + rest);
          if (once.ok) expect(normalisePhone(once.value)).toEqual(once);
        },
      ),
    );
  });

  it('answers whatever is written, and only with E.164', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'0123456789 +-./()abđ;'.split('')) });
    fc.assert(
      fc.property(fc.oneof(noise, fc.string({ unit: 'binary' })), (text) => {
        const result = normalisePhone(text);
        if (result.ok) expect(E164.safeParse(result.value).success).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a number shown to people', () => {
  it('hides the end, which proves ownership', () => {
    expect(maskPhone('+84912345678')).toBe('+8491*******');
    expect(maskPhone('+12025550123')).toBe('+1202*******');
  });

  it('gives its last four digits', () => {
    expect(lastFourDigits('+84912345678')).toBe('5678');
  });
});
