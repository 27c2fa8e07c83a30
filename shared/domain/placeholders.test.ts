import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillPlaceholders, gapsIn, PLACEHOLDERS, unknownPlaceholders } from './placeholders.ts';

describe('a text with places to fill in', () => {
  it('gets what is known, and keeps what is not known yet', () =>
    expect(
      fillPlaceholders('{department}: mã {trackingCode}, hạn {dueDate}, {khác}.', {
        department: 'UBND Thuận An',
        dueDate: '1/12',
      }),
    ).toBe('UBND Thuận An: mã {trackingCode}, hạn 1/12, {khác}.'));

  it('takes what is filled in as text, whatever stands in it', () =>
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(fillPlaceholders('a {department} b', { department: name })).toBe(`a ${name} b`);
      }),
    ));

  it('names those that nobody fills in, once each', () => {
    expect(unknownPlaceholders('{ma} {trackingCode} {ma} {}')).toEqual(['ma', '']);
    expect(unknownPlaceholders(PLACEHOLDERS.map((name) => `{${name}}`).join(' '))).toEqual([]);
  });

  it('tells how much a person has to write', () => {
    expect(gapsIn('Ngày …, vá … m²')).toBe(2);
    expect(gapsIn('Đã vá.')).toBe(0);
  });
});
