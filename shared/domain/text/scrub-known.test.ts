import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrubKnown } from './scrub-known.ts';

const nobody = { name: null, email: null, address: null, place: null };

describe('what the record of a citizen says of them', () => {
  it.each([
    [{ name: 'Nguyễn Thị Hoa' }, 'nguyen thi hoa bao mat nuoc', '<known> bao mat nuoc'],
    [{ name: 'Nguyễn Thị Hoa' }, 'Thị Hoa ở trọ', '<known> ở trọ'],
    [{ name: 'NGUYỄN  THỊ HOA' }, 'tên tui là Nguyễn Thị\nHoa', 'tên tui là <known>'],
    [{ name: 'Hoa' }, 'hoa trước nhà héo', 'hoa trước nhà héo'],
    [{ email: 'Hoa.Nguyen@x.vn' }, 'mail hoa.nguyen@x.vn', 'mail <known>'],
    [
      { address: '12/3 Lò Chén, khu phố 4, Chánh Nghĩa' },
      'nhà tui 12/3 lo chen, kế bên khu phố 4',
      'nhà tui <known>, kế bên <known>',
    ],
    [{ place: 'trước chợ (Đình) cũ' }, 'ổ gà trước chợ (Đình) cũ to lắm', 'ổ gà <known> to lắm'],
  ])('%j is taken out of %j', (known, text, scrubbed) => {
    expect(scrubKnown(text, { ...nobody, ...known })).toBe(scrubbed);
  });

  it('is never left, wherever it stands and whatever it is made of', () => {
    const word = fc.constantFrom(
      'Nguyễn',
      'Trần',
      'Thị',
      'Văn',
      'Hoa',
      'Bình',
      'Út',
      'Đạt',
      'x.(y',
    );
    const name = fc.array(word, { minLength: 3, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(name, fc.lorem(), fc.lorem(), (full, before, after) => {
        const scrubbed = scrubKnown(`${before} ${full.toUpperCase()}, ${after}`, {
          ...nobody,
          name: full,
        });
        expect(scrubbed).toBe(`${before} <known>, ${after}`);
      }),
    );
  });
});
