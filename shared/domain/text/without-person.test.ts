import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutPerson } from './without-person.ts';

const nobody = { name: null, phone: null, email: null, address: null, place: null };
const MOST = 300;

describe('a citizen’s words without who they are', () => {
  it('lack what no rule knows and their record does', () => {
    const told = { ...nobody, name: 'Y Bloi Kbuor', address: '12 Lò Chén', place: 'chợ Đình' };
    const description = 'Tôi Y Bloi Kbuor ở 12 Lò Chén báo đèn trước chợ Đình tắt';
    expect(withoutPerson({ ...told, description }, MOST)).toBe(
      'Tôi <known> ở <known> báo đèn trước <known> tắt',
    );
  });

  it('lack what only rules know', () => {
    const description = 'Anh Hùng, 0912 345 678, báo ngập';
    expect(withoutPerson({ ...nobody, description }, MOST)).toBe('Anh <name>, <phone>, báo ngập');
  });

  it('are not looked at further than they go', () => {
    // In a text that is mostly capitals, capitals show no name.
    const description = `Anh Hùng ${'báo ngập '.repeat(60)}${'NGẬP '.repeat(4_000)}`;
    const text = withoutPerson({ ...nobody, description }, MOST);
    expect(text).toHaveLength(MOST);
    expect(text).toMatch(/^Anh <name> báo ngập/);
  });

  it('show no half of what a cut splits, wherever it falls', () => {
    const told = { ...nobody, name: 'Y Bloi Kbuor' };
    const piece = fc.constantFrom(
      'Y Bloi Kbuor ',
      'số 0912345678 ',
      'mail hoa.nguyen.79@gmail.com ',
      'cccd 074085001234 ',
      'ngập ',
    );
    const pieces = fc.array(piece, { minLength: 1, maxLength: 120, size: 'max' });
    fc.assert(
      fc.property(pieces, fc.integer({ min: 0, max: 12 }), (all, shift) => {
        const description = `${'.'.repeat(shift)} ${all.join('')}`;
        const text = withoutPerson({ ...told, description }, MOST);
        expect(text.length).toBeLessThanOrEqual(MOST);
        expect(text).not.toMatch(/\d|@|Y |Blo|Kb|hoa|gma/);
      }),
    );
  });
});
