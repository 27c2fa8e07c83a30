import { describe, expect, it } from 'vitest';
import { withoutTelex } from './telex.ts';

describe('withoutTelex', () => {
  it.each([
    ['dduowngf', 'duong'],
    ['dduwowngf', 'duong'],
    ['nuowcs', 'nuoc'],
    ['ngaapj', 'ngap'],
    ['ddieenj', 'dien'],
    ['ddeenf', 'den'],
    ['coongs', 'cong'],
    ['rasc', 'rasc'],
    ['bus', 'bus'],
    ['gas', 'gas'],
    ['facebook', 'facebook'],
    ['web', 'web'],
    ['duong', 'duong'],
    ['', ''],
  ])('takes %j for %j', (typed, meant) => {
    expect(withoutTelex(typed)).toBe(meant);
  });
});
