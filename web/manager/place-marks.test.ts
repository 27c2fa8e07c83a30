import { expect, it } from 'vitest';
import { MAP, marksOf } from './place-marks.ts';

const thuDauMot = { code: 'TDM', lon: 106.65, lat: 11.02, received: 400 };
const dauTieng = { code: 'DT', lon: 106.44, lat: 11.32, received: 100 };
const diAn = { code: 'DA', lon: 106.77, lat: 10.9, received: 0 };

it('places lie as on a map, within it, the larger ones below', () => {
  const marks = marksOf([diAn, dauTieng, thuDauMot]);
  expect(marks.map(({ of }) => of.code)).toEqual(['TDM', 'DT', 'DA']);
  const [tdm, dt, da] = marks;
  expect(dt!.x < tdm!.x && tdm!.x < da!.x).toBe(true);
  expect(dt!.y < tdm!.y && tdm!.y < da!.y).toBe(true);
  for (const { x, y, radius } of marks) {
    expect(x - radius).toBeGreaterThanOrEqual(0);
    expect(x + radius).toBeLessThanOrEqual(MAP.width);
    expect(y - radius).toBeGreaterThanOrEqual(0);
    expect(y + radius).toBeLessThanOrEqual(MAP.height);
  }
});

it('the area of a circle is what was received', () => {
  const [tdm, dt] = marksOf([thuDauMot, dauTieng]);
  expect(tdm!.radius ** 2 / dt!.radius ** 2).toBeCloseTo(4);
});

it('one place alone stands in the middle, and none is no map', () => {
  expect(marksOf([diAn])).toMatchObject([{ x: MAP.width / 2, y: MAP.height / 2 }]);
  expect(marksOf([])).toEqual([]);
});
