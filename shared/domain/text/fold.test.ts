import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldVietnamese } from './fold.ts';

describe('foldVietnamese', () => {
  it.each([
    ['Thủ Dầu Một', 'thu dau mot'],
    ['ĐƯỜNG Đại lộ Bình Dương', 'duong dai lo binh duong'],
    ['hoà', 'hoa'],
    ['hòa', 'hoa'],
    ['thuỷ', 'thuy'],
    ['ưỡn ờ ợ ỷ ẵ', 'uon o o y a'],
    ['  hai \u00a0 khoảng\n\ttrắng ', 'hai khoang trang'],
    ['Ðại học', 'dai hoc'],
    ['ổ gà, QL13 (km 5)', 'o ga, ql13 (km 5)'],
    ['', ''],
  ])('%j becomes %j', (text, folded) => {
    expect(foldVietnamese(text)).toBe(folded);
    expect(foldVietnamese(text.normalize('NFD'))).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = foldVietnamese(text);
        expect(foldVietnamese(once)).toBe(once);
      }),
    );
  });

  it('gives the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldVietnamese(text.normalize('NFD'))).toBe(foldVietnamese(text.normalize('NFC')));
      }),
    );
  });
});
