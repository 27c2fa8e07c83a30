import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

/** The same value with the members of every object the other way round. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, reversed(member)] as const)
      .reverse(),
  );
};

describe('canonicalJson', () => {
  it('sorts the members of every object and keeps the order of lists', () =>
    expect(canonicalJson({ b: [3, { z: 1, a: 2 }, 1], a: null, ă: 'đ' })).toBe(
      '{"a":null,"b":[3,{"a":2,"z":1},1],"ă":"đ"}',
    ));

  it('leaves out what is undefined, as JSON does', () =>
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}'));

  it('says the same of equal values, in whatever order they were built', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
    ));

  it('loses nothing', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    ));
});
