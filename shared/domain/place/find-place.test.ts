import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jurisdiction } from '../../../test/support/case-builder.ts';
import { findPlace, nearestDistrict, placeNames } from './find-place.ts';

const names = placeNames(jurisdiction.areas);
const where = (text: string) => {
  const { areaCode, certainty } = findPlace(text, names);
  const area = areaCode === null ? undefined : jurisdiction.areas.get(areaCode);
  return [area?.name ?? null, certainty];
};

describe('findPlace', () => {
  it.each([
    ['Ổ gà ở phường Lái Thiêu', 'Phường Lái Thiêu', 'certain'],
    ['o ga o lai thieu', 'Phường Lái Thiêu', 'certain'],
    ['P.Lái Thiêu, TX Thuận An', 'Phường Lái Thiêu', 'certain'],
    ['gần chợ Dĩ An', 'Thành phố Dĩ An', 'certain'],
    ['tp Dĩ An', 'Thành phố Dĩ An', 'certain'],
    ['p. Dĩ An', 'Phường Dĩ An', 'certain'],
    ['thị trấn Dầu Tiếng', 'Thị trấn Dầu Tiếng', 'certain'],
    ['thị xã Bến Cát', 'Thị xã Bến Cát', 'certain'],
    ['huyện Bàu Bàng', 'Huyện Bàu Bàng', 'certain'],
    ['bên Bàu Bàng', 'Huyện Bàu Bàng', 'certain'],
    ['phường Hòa Phú', 'Phường Hoà Phú', 'certain'],
    ['đường Bình Hòa ngập', null, 'none'],
    ['tỉnh Bình Dương', null, 'none'],
    ['anh An Bình gọi tới', null, 'none'],
    ['không nói ở đâu', null, 'none'],
  ])('%s', (...[text, name, certainty]) => expect(where(text)).toEqual([name, certainty]));

  it('finds every place of the province by its own full name and district', () => {
    const lost = [...jurisdiction.areas.values()].filter(({ code, kind, name, districtCode }) => {
      if (kind === 'ward') return false;
      const district = jurisdiction.districts.find((one) => one.code === districtCode);
      const told = name === district?.name ? name : `${name}, ${district?.name ?? ''}`;
      const { areaCode, candidates } = findPlace(told, names);
      return areaCode !== code && !candidates.includes(code);
    });
    expect(lost.map(({ name }) => name)).toEqual([]);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { areaCode, candidates } = findPlace(text, names);
        for (const code of [...(areaCode === null ? [] : [areaCode]), ...candidates]) {
          expect(jurisdiction.areas.has(code)).toBe(true);
        }
      }),
    );
  });
});

describe('nearestDistrict', () => {
  it.each([
    ['a point in Thủ Dầu Một', 11.0, 106.66, '718', 'approximate'],
    ['Hà Nội', 21.03, 105.85, null, 'outside'],
    ['the sea', 0, 0, null, 'outside'],
  ])('of %s', (...[, lat, lon, code, certainty]) => {
    expect(nearestDistrict({ lat, lon }, jurisdiction.districts)).toMatchObject({
      areaCode: code,
      certainty,
    });
  });

  it('gives each known point its own district', () => {
    for (const { code, lat, lon } of jurisdiction.districts) {
      expect(nearestDistrict({ lat, lon }, jurisdiction.districts).districtCode).toBe(code);
    }
  });
});
