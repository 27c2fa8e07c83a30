import { expect, it } from 'vitest';
import { type Accuracy, accuracyTable } from './accuracy.ts';

const share = (numerator: number, denominator: number) => ({
  numerator,
  denominator,
  rate: denominator === 0 ? null : numerator / denominator,
});
const figures = (forwarded: number): Accuracy['total'] => ({
  firstRouting: share(forwarded, forwarded),
  firstRoutingAnswered: share(forwarded - 1, forwarded),
  proposals: {
    serviceAccuracy: share(1_234, 1_300),
    sureServiceAccuracy: share(9, 10),
    leadAccuracy: share(0, 0),
  },
});

it('a table of accuracy gives both numbers of each rate, and leaves out what there is none of', () => {
  const rows = [{ ...figures(4), name: 'Hiện trường', nameEn: 'Field report' }];
  const lines = accuracyTable({ total: figures(4), rows })
    .split('\n')
    .map((line) => line.trim().replaceAll(/ {2,}/g, ' | '));
  expect(lines).toEqual([
    'First routing, of texts | right | of',
    'Classifier: service, of answered requests | 1,234 | 1,300 | 94.9 %',
    'Field report | 1,234 | 1,300 | 94.9 %',
    'Classifier: service, where it was sure | 9 | 10 | 90.0 %',
    'Field report | 9 | 10 | 90.0 %',
    'The desk: first department, of all forwarded | 4 | 4 | 100.0 %',
    'Field report | 4 | 4 | 100.0 %',
    'The desk: first department, of those answered | 3 | 4 | 75.0 %',
    'Field report | 3 | 4 | 75.0 %',
  ]);
});
