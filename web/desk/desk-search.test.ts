import { expect, it } from 'vitest';
import { readDeskSearch } from './desk-search.ts';

it.each([
  [{}, {}],
  [{ list: 'received' }, {}],
  [
    { list: 'answered', view: 'queue' },
    { list: 'answered', view: 'queue' },
  ],
  [{ list: 'closed', view: '<script>', more: 1 }, {}],
])('the address %j asks for %j', (given, read) => expect(readDeskSearch(given)).toEqual(read));
