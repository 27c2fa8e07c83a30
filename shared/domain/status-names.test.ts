import { describe, expect, it } from 'vitest';
import * as words from './status-names.ts';

describe.each(Object.entries(words))('%s', (_, list) => {
  const all = Object.values(list);

  it('calls no two things the same, in neither language', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(new Set(all.map(({ nameEn }) => nameEn)).size).toBe(all.length);
  });

  it('is composed Unicode, as it is compared and stored', () =>
    expect(all.every(({ name }) => name === name.normalize('NFC'))).toBe(true));
});
