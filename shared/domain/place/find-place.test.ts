import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, jurisdiction } from '../../../test/support/case-builder.ts';
import { LandmarksFile } from './landmark.ts';
import { placesOf } from './places.ts';

const landmarks = LandmarksFile.parse(
  JSON.parse(readFileSync('shared/jurisdictions/binh-duong/landmarks.json', 'utf8')),
);
const places = placesOf(jurisdiction, { landmarks });
const nameOf = (code: string | null) =>
  [...jurisdiction.areas.values()].find((area) => area.code === code)?.name ?? null;
const find = (text: string, day?: string) =>
  places({ text, at: day === undefined ? undefined : new Date(at(`${day} 09:00`)) });

describe('a text of no known day', () => {
  it.each([
    ['Ổ gà ở phường Lái Thiêu', '25966'],
    ['o ga o lai thieu', '25966'],
    ['P.Lái Thiêu, TX Thuận An', '25966'],
    ['f. Phú Hoà bị ngập', '25750'],
    ['p.phú hòa tdm', '25750'],
    ['Lái Thiêu, Thuận An, Bình Dương', '25966'],
    ['phường Lái Thiệu', '25966'],
    ['tp Dĩ An', '724'],
    ['p. Dĩ An', '25942'],
    ['thị trấn Dầu Tiếng', '25777'],
    ['tt dau tieng', '25777'],
    ['thị xã Bến Cát', '721'],
    ['tx.Bến Cát', '721'],
    ['huyện Bàu Bàng', '719'],
    ['bên Bàu Bàng', '719'],
    ['TP.TDM', '718'],
    ['ngập ở thu dau mot', '718'],
    ['#thudaumot', '718'],
    ['Bắc Tân Uyên', '726'],
    ['phường Hòa Phú', '25760'],
    ['kp3 phú lợi', '25744'],
    ['kp 3, phường Phú Lợi, TDM', '25744'],
    ['địa chỉ An Thạnh', '25963'],
    ['ngã ba An Phú', '25975'],
    ['xã Tân Hiệp', '25873'],
    ['Tân Định, Bắc Tân Uyên', '25894'],
    ['chợ Búng', '25963'],
    ['gan cho bung', '25963'],
    ['gần chợ Dĩ An', '25942'],
    ['đt743 đoạn bình hòa', '25987'],
    ['Đại học Thủ Dầu Một', '25750'],
    ['Phường Chánh Hiệp', '25771-2025'],
    ['Phường Bình Dương', '25760-2025'],
  ])('%s', (text, areaCode) => {
    expect(find(text)).toMatchObject({ areaCode, certainty: 'certain', candidates: [] });
  });

  it.each([
    ['ngập ở Mỹ Phước 3', '25846'],
    ['KCN VSIP 2', '25760'],
    ['khu công nghiệp VSIP II', '25760'],
    ['đường Bình Hòa 21', '25987'],
    ['bệnh viện đa khoa tỉnh bình dương', '25741'],
  ])('takes a landmark’s likely place for approximate: %s', (text, areaCode) => {
    expect(find(text)).toMatchObject({ areaCode, certainty: 'approximate' });
  });

  it.each([
    ['đường Bình Hòa ngập'],
    ['đường Thủ Dầu Một'],
    ['tỉnh Bình Dương'],
    ['ở Bình Dương'],
    ['anh An Bình gọi tới'],
    ['ông An Phú báo'],
    ['công ty Tân Hiệp'],
    ['quận Tân Bình'],
    ['di an com roi'],
    ['đi ăn ở quán'],
    ['mong mọi người bình an'],
    ['hướng tây nam'],
    ['ấp Bình An'],
    ['không nói ở đâu'],
    [''],
  ])('finds no place in: %s', (text) => {
    expect(find(text)).toMatchObject({ areaCode: null, certainty: 'none', candidates: [] });
  });

  it.each([
    ['Tân Định', ['25852', '25894'], null],
    ['phường An Phú và phường Bình Hòa', ['25975', '25987'], '725'],
    ['đường ĐT 744', ['718', '721', '720'], null],
    ['Lái Thiêu hay Dĩ An', ['25966', '724'], null],
  ])('reports several: %s', (text, candidates, districtCode) => {
    expect(find(text)).toMatchObject({ areaCode: null, certainty: 'ambiguous', districtCode });
    expect([...find(text).candidates].sort()).toEqual([...candidates].sort());
  });

  it('leaves the places of others to them', () => {
    expect(find('phường Tân Hiệp, TP Biên Hòa, Đồng Nai')).toMatchObject({ certainty: 'outside' });
    expect(find('phường Lái Thiêu, gần Biên Hòa')).toMatchObject({ areaCode: '25966' });
  });

  it('prefers where it happened to where somebody goes', () =>
    expect(find('kẹt xe ở Bình Chuẩn hướng đi Tân Uyên')).toMatchObject({ areaCode: '25969' }));

  it('finds every unit until 2025 by its own full name and district', () => {
    const lost = [...jurisdiction.areas.values()].filter(({ code, kind, name, districtCode }) => {
      if (kind === 'ward') return false;
      const told = kind === 'district' ? name : `${name}, ${nameOf(districtCode) ?? ''}`;
      return find(told).areaCode !== code;
    });
    expect(lost.map(({ name }) => name)).toEqual([]);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { areaCode, candidates } = find(text);
        for (const code of [...(areaCode === null ? [] : [areaCode]), ...candidates]) {
          expect(jurisdiction.areas.has(code)).toBe(true);
        }
      }),
    );
  });
});

describe('a text of 2026', () => {
  const of2026 = (text: string) => find(text, '2026-01-05');

  it.each([
    ['phường Lái Thiêu', '25966-2025', '725'],
    ['phường Lái Thiêu, TP.HCM', '25966-2025', '725'],
    ['Bình Nhâm', '25966-2025', '725'],
    ['phường Bình Dương', '25760-2025', null],
    ['phường Hòa Phú', '25760-2025', '718'],
    ['Phú Chánh', '25760-2025', '723'],
    ['xã Tân Hiệp', '25864-2025', '722'],
    ['Tân Hiệp, Phú Giáo', '25864-2025', '722'],
    ['phường Dĩ An', '25942-2025', '724'],
    ['xã Dầu Tiếng', '25777-2025', '720'],
    ['chợ Búng', '25978-2025', '725'],
  ])('knows the ward of %s, and the district that was', (text, areaCode, districtCode) => {
    expect(of2026(text)).toMatchObject({ areaCode, districtCode, certainty: 'certain' });
  });

  it.each([
    ['Hiệp Thành', ['25747-2025', '25750-2025'], '718', '25741'],
    ['phường Bình Chuẩn, Thuận An', ['25969-2025', '25975-2025'], '725', '25969'],
    ['tp Dĩ An', ['25942-2025', '25945-2025', '25951-2025'], '724', '724'],
    ['Tân Bình', ['25912-2025', '25945-2025'], null, null],
  ])(
    'never guesses which of several followed: %s',
    (...[text, candidates, districtCode, former]) => {
      const found = of2026(text);
      expect(found).toMatchObject({ areaCode: null, certainty: 'ambiguous', districtCode, former });
      expect([...found.candidates].sort()).toEqual(candidates);
    },
  );

  it('finds every ward by its own full name', () => {
    const lost = [...jurisdiction.areas.values()].filter(
      ({ code, kind, name }) => kind === 'ward' && of2026(name).areaCode !== code,
    );
    expect(lost.map(({ name }) => name)).toEqual([]);
  });

  it('proposes nothing but wards, and each successor of an old name', () => {
    for (const area of jurisdiction.areas.values()) {
      if (area.kind === 'ward') continue;
      const told =
        area.kind === 'district' ? area.name : `${area.name}, ${nameOf(area.districtCode) ?? ''}`;
      const { areaCode, candidates, districtCode } = of2026(told);
      const proposed = areaCode === null ? candidates : [areaCode];
      expect(area.successors, told).toEqual(expect.arrayContaining([...proposed]));
      expect(districtCode, told).toBe(area.districtCode);
    }
  });
});

describe('the last day of the districts', () => {
  it('ends at midnight in the province', () => {
    const find = (instant: string) =>
      places({ text: 'phường Lái Thiêu', at: new Date(instant) }).areaCode;
    expect(find('2025-06-30T16:59:59Z')).toBe('25966');
    expect(find('2025-06-30T17:00:00Z')).toBe('25966-2025');
  });

  it('knows no ward that was still to come', () =>
    expect(find('Phường Chánh Hiệp', '2025-06-30')).toMatchObject({ certainty: 'none' }));

  it('takes places of Ho Chi Minh City for another province’s', () =>
    expect(find('phường An Phú, TP.HCM', '2024-05-06')).toMatchObject({ certainty: 'outside' }));
});
