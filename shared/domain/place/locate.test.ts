import { describe, expect, it } from 'vitest';
import { at, jurisdiction } from '../../../test/support/case-builder.ts';
import { gridOf } from '../../../test/support/area-grid.ts';
import { placesOf } from './places.ts';

const before = new Date(at('2020-03-05 09:00'));
const after = new Date(at('2026-01-05 09:00'));

describe('a point where no borders are known', () => {
  const places = placesOf(jurisdiction, {});

  it.each([
    ['Thủ Dầu Một', 11.0, 106.66, '718', 'approximate'],
    ['Hà Nội', 21.03, 105.85, null, 'outside'],
    ['the sea', 0, 0, null, 'outside'],
  ])('lies in the nearest district: %s', (...[, lat, lon, areaCode, certainty]) => {
    expect(places({ text: '', point: { lat, lon }, at: before })).toMatchObject({
      areaCode,
      certainty,
    });
  });

  it('finds each unit at its own known point', () => {
    for (const { code, lat, lon } of jurisdiction.districts) {
      expect(places({ text: '', point: { lat, lon } }).districtCode).toBe(code);
    }
    for (const { code, lat, lon } of jurisdiction.wards2025) {
      const found = places({ text: '', point: { lat, lon }, at: after });
      expect(found).toMatchObject({ areaCode: `${code}-2025`, certainty: 'approximate' });
    }
  });

  it('tells which of several places of a name is meant, as approximately as it is', () => {
    const point = { lat: 11.13, lon: 106.86 };
    expect(places({ text: 'Tân Định', point, at: before })).toMatchObject({
      areaCode: '25894',
      districtCode: '726',
      certainty: 'approximate',
    });
  });

  it('does not overrule words that are sure', () => {
    const point = { lat: 11.0, lon: 106.66 };
    expect(places({ text: 'phường Lái Thiêu', point })).toMatchObject({ areaCode: '25966' });
  });
});

describe('a point where borders are known', () => {
  const grid = gridOf(jurisdiction, { kind: 'commune' });
  const places = placesOf(jurisdiction, { polygons: grid.polygons });

  it('lies in the commune around it, and its district', () => {
    for (const { areaCode, center } of grid.cells) {
      const { districtCode } = jurisdiction.areas.get(areaCode) ?? {};
      const found = places({ text: 'đèn tắt', point: center, at: before });
      expect(found).toMatchObject({ areaCode, districtCode, certainty: 'certain' });
    }
  });

  it('of a commune that ended lies in the ward that followed, or in one of those that did', () => {
    const centerOf = (code: string) => grid.cells.find(({ areaCode }) => areaCode === code)?.center;
    expect(places({ text: '', point: centerOf('25966'), at: after })).toMatchObject({
      areaCode: '25966-2025',
      certainty: 'certain',
    });
    expect(places({ text: '', point: centerOf('25741'), at: after })).toMatchObject({
      areaCode: null,
      districtCode: '718',
      certainty: 'ambiguous',
      candidates: ['25747-2025', '25750-2025'],
    });
  });

  it('is outside where no area is', () =>
    expect(places({ text: '', point: { lat: 21, lon: 105 } })).toMatchObject({
      certainty: 'outside',
    }));
});
