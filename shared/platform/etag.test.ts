import { describe, expect, it } from 'vitest';
import { contentTag, namesTag, versionTag } from './etag.ts';

const row = { caseId: 'a', dueAt: '2026-11-30T02:00:00.000Z', leftMs: 61_000, why: 'còn 1 phút' };

describe('the tag of an answer without a version', () => {
  it('is the same while only the moment of asking differs', () => {
    const asked = { asOf: '2026-11-30T01:58:59.000Z', cases: [row] };
    const later = { asOf: '2026-11-30T01:58:59.500Z', cases: [{ ...row, leftMs: 60_500 }] };
    expect(contentTag(later)).toBe(contentTag(asked));
    expect(contentTag(asked)).toMatch(/^W\/"[\w-]{22}"$/);
  });

  it.each([
    ['a minute that has passed', { cases: [{ ...row, why: 'còn 0 phút' }] }],
    ['another deadline', { cases: [{ ...row, dueAt: '2026-11-30T03:00:00.000Z' }] }],
    ['a row less', { cases: [] }],
    ['another page behind it', { cases: [row], next: 'x' }],
  ])('is another one after %s', (_, content) =>
    expect(contentTag(content)).not.toBe(contentTag({ cases: [row] })),
  );
});

describe('If-None-Match', () => {
  it.each([
    [undefined, '"3"', false],
    ['', '"3"', false],
    ['"3"', '"3"', true],
    ['"33"', '"3"', false],
    ['3', '"3"', false],
    ['W/"3"', '"3"', true],
    ['"1", W/"3"', '"3"', true],
    ['*', '"3"', true],
    ['"abc"', 'W/"abc"', true],
    ['not a tag', 'W/"abc"', false],
  ])('%s names %s: %s', (header, tag, named) => expect(namesTag(header, tag)).toBe(named));

  it('names a version as If-Match does', () => expect(namesTag('"7"', versionTag(7))).toBe(true));
});
