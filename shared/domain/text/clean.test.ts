import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { cleanText, plainText } from './clean.ts';

const limits = { min: 1, max: 20 };
const codeFor = (text: string) => {
  const result = cleanText(text, limits);
  return result.ok ? 'kept' : result.error.code;
};

describe('cleanText', () => {
  it.each([
    ['composes', 'Đường ngập'.normalize('NFD'), 'Đường ngập'],
    ['takes the space around away', ' \n\u00a0ổ gà\t ', 'ổ gà'],
    ['keeps lines and tabs', 'một\n\thai', 'một\n\thai'],
    ['knows the line ends of other systems', 'một\r\nhai\rba', 'một\nhai\nba'],
    ['keeps emoji joined by invisible signs', '👨‍👩‍👧 ổn', '👨‍👩‍👧 ổn'],
    ['leaves mark-up as the text that it is', '<b>gấp</b> & "=1+1"', '<b>gấp</b> & "=1+1"'],
  ])('%s', (_what, text, cleaned) => {
    expect(cleanText(text, limits)).toEqual({ ok: true, value: cleaned });
  });

  it.each([
    ['nothing', '', 'TEXT_TOO_SHORT'],
    ['only spaces', ' \n\u3000', 'TEXT_TOO_SHORT'],
    ['only what cannot be seen', '\u200b\u2060\u00ad', 'TEXT_TOO_SHORT'],
    ['one character too many', 'a'.repeat(21), 'TEXT_TOO_LONG'],
    ['NUL', 'a\u0000b', 'TEXT_HAS_CONTROL_CHARACTERS'],
    ['an escape sequence', '\u001b[31mđỏ', 'TEXT_HAS_CONTROL_CHARACTERS'],
    ['DELETE', 'a\u007fb', 'TEXT_HAS_CONTROL_CHARACTERS'],
    ['a C1 control', 'a\u0085b', 'TEXT_HAS_CONTROL_CHARACTERS'],
    ['an override', 'đúng\u202eias', 'TEXT_HAS_BIDI_CONTROLS'],
    ['an isolate', '\u2067x\u2069', 'TEXT_HAS_BIDI_CONTROLS'],
    ['an embedding at the end', 'x\u202c', 'TEXT_HAS_BIDI_CONTROLS'],
    ['half an emoji', 'ổn \ud83d', 'TEXT_NOT_UNICODE'],
  ])('refuses %s', (_what, text, code) => {
    expect(codeFor(text)).toBe(code);
  });

  it('counts after composing, and an emoji as one', () => {
    expect(codeFor('ệ'.repeat(20).normalize('NFD'))).toBe('kept');
    expect(codeFor('🚧'.repeat(20))).toBe('kept');
    expect(codeFor('🚧'.repeat(21))).toBe('TEXT_TOO_LONG');
  });

  it('says how long the text is and may be, in both languages', () => {
    expect(cleanText('a'.repeat(100_000), limits)).toMatchObject({
      error: { message: 'dài 100000 ký tự, tối đa 20 (100000 characters, at most 20)' },
    });
  });

  it('changes nothing the second time, and loses no visible character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const once = cleanText(text, { min: 0, max: 100 });
        if (!once.ok) return;
        expect(cleanText(once.value, { min: 0, max: 100 })).toEqual(once);
        const visible = (of: string) => of.normalize('NFC').replace(/\s/gu, '');
        expect(visible(once.value)).toBe(visible(text));
      }),
    );
  });
});

describe('plainText', () => {
  const Field = z.strictObject({ name: plainText(limits) });

  it('gives the cleaned text', () => {
    expect(Field.parse({ name: ' Hoà '.normalize('NFD') })).toEqual({ name: 'Hoà' });
  });

  it('names the rule that was broken, for people and for programs', () => {
    const { error } = Field.safeParse({ name: 'x\u202ey' });
    expect(error?.issues).toMatchObject([
      {
        path: ['name'],
        message: expect.stringMatching(/^TEXT_HAS_BIDI_CONTROLS: có ký tự/) as string,
        params: { code: 'TEXT_HAS_BIDI_CONTROLS' },
      },
    ]);
  });

  it('refuses what is not text', () => {
    expect(Field.safeParse({ name: 5 }).success).toBe(false);
    expect(Field.safeParse({ name: null }).success).toBe(false);
  });

  it('tells its limits to the API description', () => {
    expect(z.toJSONSchema(plainText(limits))).toMatchObject({
      type: 'string',
      minLength: 1,
      maxLength: 20,
    });
  });
});
