import { describe, expect, it } from 'vitest';
import { differencesOf } from './audit-differences.ts';

describe('what a change touched', () => {
  it('is what differs, and nothing of what stayed', () =>
    expect(
      differencesOf({
        before: { name: 'Mai', role: 'agent', department: null },
        after: { name: 'Mai', role: 'supervisor', department: null },
      }),
    ).toEqual([{ field: 'role', before: 'agent', after: 'supervisor' }]));

  it('is all of what was not there before', () =>
    expect(differencesOf({ before: null, after: { name: 'Mai', active: true } })).toEqual([
      { field: 'name', before: undefined, after: 'Mai' },
      { field: 'active', before: undefined, after: true },
    ]));

  it('is neither who and when, nor a nothing that was not there before', () =>
    expect(
      differencesOf({
        before: null,
        after: { mode: 'inbox', department: null, updatedAt: '2026-11-30', updatedBy: 'lan' },
      }),
    ).toEqual([{ field: 'mode', before: undefined, after: 'inbox' }]));

  it('is what was taken away too, and lists by what is in them', () =>
    expect(
      differencesOf({
        before: { mode: 'webhook', url: 'https://a.vn', days: [1, 2] },
        after: { mode: 'inbox', days: [1, 2] },
      }),
    ).toEqual([
      { field: 'mode', before: 'webhook', after: 'inbox' },
      { field: 'url', before: 'https://a.vn', after: undefined },
    ]));

  it('says of what is left out what it means', () =>
    expect(
      differencesOf({ before: { code: 'SXD' }, after: { code: 'SXD', active: false } }),
    ).toEqual([{ field: 'active', before: true, after: false }]));
});
