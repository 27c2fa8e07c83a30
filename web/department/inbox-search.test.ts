import { describe, expect, it } from 'vitest';
import { countFilters, filtersOf, readInboxSearch } from './inbox-search.ts';

describe('the address of the inbox', () => {
  it('is read back as it was written', () => {
    const search = { list: 'late', service: 'flooding', urgent: true, as: 'lead' } as const;
    expect(readInboxSearch({ ...search, words: 'ổ gà', open: 'abc' })).toEqual({
      ...search,
      words: 'ổ gà',
      open: 'abc',
    });
  });

  it('leaves out what makes no sense', () => {
    const odd = { list: 'closed', service: {}, area: '', urgent: 'yes', as: 'both', words: [] };
    expect(readInboxSearch({ ...odd, else: 1 })).toEqual({});
    expect(readInboxSearch({ list: 'new' })).toEqual({});
    expect(readInboxSearch({ words: 'x'.repeat(5_000) }).words).toHaveLength(120);
  });

  it('reads the number of a place that somebody typed', () =>
    expect(readInboxSearch({ area: 725 })).toEqual({ area: '725' }));

  it('knows which of it narrows the list down', () => {
    const search = readInboxSearch({ list: 'late', area: '725', urgent: true, open: 'abc' });
    expect(filtersOf(search)).toEqual({ area: '725', urgent: true });
    expect(countFilters(search)).toBe(2);
  });
});
