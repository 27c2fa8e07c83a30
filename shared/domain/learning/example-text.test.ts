import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleText } from './example-text.ts';

const told = {
  name: 'Nguyễn Thị Hoa',
  phone: '+84912345678',
  email: 'hoa@x.vn',
  address: '12/3 Lò Chén, Chánh Nghĩa',
  place: 'trước chợ Lái Thiêu',
  description: '',
};

describe('what is kept of a citizen’s words', () => {
  it('says what the matter is, and nothing of who they are', () => {
    const description =
      'Tôi là Nguyễn Thị Hoa, nhà 12/3 lò chén, số 0912 345 678, mail hoa@x.vn. Anh Hùng hàng xóm (xe 61A-123.45, CCCD 074085001234) hát karaoke trước chợ lái thiêu lúc 23h30 ngày 12/3/2026, ồn quá chịu không nổi.';
    const text = exampleText({ ...told, description });
    expect(text).toMatch(/hát karaoke .*ồn quá chịu không nổi\.$/);
    expect(text).not.toMatch(/Hoa|Hùng|chén|@|thiêu|[1-9]/i);
  });

  it('holds no digit but 0, whatever is told', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '1',
        '2',
        ' ',
        '90',
        '٣',
        '３',
        '²',
        'Ⅷ',
        '½',
        '/',
        '.',
        '-',
        ' số ',
        'đường ',
        'Hùng',
        '\u200b',
      ),
      fc.stringMatching(/^\d{1,12}$/),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const description = `ngập nước ${pieces.join('')}`;
        expect(exampleText({ ...told, description }) ?? '').not.toMatch(/(?!0)\p{N}/u);
      }),
    );
  });

  it.each(['', '0912 345 678', 'Nguyễn Thị Hoa', '🌊🌊🌊'])('is nothing of %j', (description) => {
    expect(exampleText({ ...told, description })).toBeUndefined();
  });
});
