import { expect, it } from 'vitest';
import { casesSearch, narrowed } from './case-link.ts';
import { readCasesSearch } from './cases-search.ts';
import { readFiguresSearch } from './figures-search.ts';

const LINK = '/v1/statistics/cases?from=2020-06-01&to=2020-06-30&department=TA&figure={figure}';

it('the address of a list is that of the API, with the number that was opened', () => {
  expect(casesSearch(LINK, { figure: 'forwarded', count: 12 })).toEqual({
    ...{ figure: 'forwarded', from: '2020-06-01', to: '2020-06-30', department: 'TA', count: 12 },
  });
});

it('of a series it is that of the step, and of the received of one class narrowed to it', () => {
  const link = '/v1/statistics/cases?from={from}&to={to}&class=-&figure={figure}';
  const days = { from: '2020-06-01', to: '2020-06-07' };
  expect(casesSearch(link, { figure: 'received', count: 3, days })).toEqual({
    ...{ figure: 'received', ...days, class: '-', count: 3 },
  });
  const all = '/v1/statistics/cases?from=2020-06-01&to=2020-06-30&figure={figure}';
  const search = casesSearch(narrowed(all, 'class', 'field_report') ?? '', {
    ...{ figure: 'received', count: 4 },
  });
  expect(search['class']).toBe('field_report');
});

it('an address that somebody typed is read as far as it says something', () => {
  expect(readCasesSearch({ figure: 'due', from: 'x', to: 5, district: 718, count: -1 })).toEqual({
    ...{ figure: 'due', from: '', to: '', district: '718' },
  });
  expect(
    readFiguresSearch({ from: '2020-06-30', to: '2020-06-01', by: 'colour', sort: 'rate' }),
  ).toEqual({ sort: 'rate' });
});
