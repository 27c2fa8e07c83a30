import { readDays } from './days.ts';
import type { CasesSearch } from './case-link.ts';

/** Lines that a list can be narrowed by; the API knows which of them a figure is counted by. */
const NARROWINGS = [
  ...['department', 'supporting', 'class', 'group', 'service', 'channel', 'priority'],
  ...['district', 'commune', 'ward'],
  ...['agent', 'model', 'rule'],
];

export function readCasesSearch(search: Readonly<Record<string, unknown>>): CasesSearch {
  const { from = '', to = '' } = readDays(search);
  const { figure, count } = search;
  const lines: [string, string][] = NARROWINGS.flatMap((by) => {
    const value = search[by];
    // A code of digits comes as a number from an address that somebody typed.
    return typeof value === 'string' || typeof value === 'number'
      ? [[by, String(value)] as [string, string]]
      : [];
  });
  return {
    figure: typeof figure === 'string' ? figure : '',
    from,
    to,
    ...Object.fromEntries<string>(lines),
    ...(typeof count === 'number' && Number.isInteger(count) && count >= 0 && { count }),
  };
}
