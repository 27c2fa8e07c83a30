import { describe, expect, it } from 'vitest';
import { compileFilter } from './filter.ts';

const passes = (pattern: unknown, record: unknown) =>
  compileFilter([JSON.stringify(pattern)])(record);

const record = {
  eventName: 'INSERT',
  dynamodb: {
    NewImage: { sk: { S: 'event#000001' }, type: { S: 'CaseRouted' }, n: { N: '5' } },
  },
  list: ['a', 'b'],
  count: 5,
  nothing: null,
};
const sk = (rule: unknown) => ({ dynamodb: { NewImage: { sk: { S: [rule] } } } });

describe('a filter', () => {
  it.each([
    [{ eventName: ['INSERT'] }, true],
    [{ eventName: ['MODIFY', 'INSERT'] }, true],
    [{ eventName: ['insert'] }, false],
    [{ eventName: ['INSERT'], count: [6] }, false],
    [{ count: [5] }, true],
    [{ count: ['5'] }, false],
    [{ nothing: [null] }, true],
    [{ missing: [null] }, false],
    [{ list: ['b'] }, true],
    [{ list: ['c'] }, false],
    [sk({ prefix: 'event#' }), true],
    [sk({ prefix: 'state#' }), false],
    [sk({ suffix: '1' }), true],
    [sk({ suffix: '2' }), false],
    [sk({ 'equals-ignore-case': 'EVENT#000001' }), true],
    [sk({ exists: true }), true],
    [sk({ exists: false }), false],
    [{ dynamodb: { OldImage: { sk: { S: [{ exists: false }] } } } }, true],
    [sk({ 'anything-but': ['state#head'] }), true],
    [sk({ 'anything-but': 'event#000001' }), false],
    [sk({ 'anything-but': { prefix: 'event#' } }), false],
    [{ missing: [{ 'anything-but': ['x'] }] }, false],
    [{ count: [{ numeric: ['>', 4, '<=', 5] }] }, true],
    [{ count: [{ numeric: ['=', 4] }] }, false],
    [{ dynamodb: { NewImage: { n: { N: [{ numeric: ['=', 5] }] } } } }, false],
    [{ $or: [{ eventName: ['MODIFY'] }, { count: [5] }] }, true],
    [{ $or: [{ eventName: ['MODIFY'] }, { count: [6] }], list: ['a'] }, false],
  ])('%j: %s', (pattern, expected) => expect(passes(pattern, record)).toBe(expected));

  it('passes what meets any of its patterns, and everything when it has none', () => {
    const patterns = [{ eventName: ['MODIFY'] }, { count: [5] }].map((one) => JSON.stringify(one));
    expect(compileFilter(patterns)(record)).toBe(true);
    expect(compileFilter([])(record)).toBe(true);
  });

  it.each([
    [{ eventName: [{ wildcard: 'I*' }] }, 'wildcard'],
    [{ eventName: [{ prefix: 1 }] }, 'text'],
    [{ count: [{ numeric: ['~', 1] }] }, '~'],
    [{ count: [{ numeric: [] }] }, 'numeric'],
    [{ eventName: 'INSERT' }, 'pattern'],
    [{ $or: {} }, '$or'],
  ])('refuses %j', (pattern, named) => expect(() => passes(pattern, record)).toThrow(named));
});
