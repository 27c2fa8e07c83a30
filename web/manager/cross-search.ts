import { readDays } from './days.ts';
import type { Period } from './periods.ts';

/** What of an address is text, which the page reads when it is opened: see cross-chosen.ts. */
const TEXTS = ['cohort', 'rows', 'columns', 'figure', 'sort'] as const;

/** Which table a reader has chosen, and would send to a colleague. What is left out is as the page begins. */
export interface CrossSearch
  extends Partial<Period>, Readonly<Partial<Record<(typeof TEXTS)[number], string>>> {
  readonly up?: true;
}

export const readCrossSearch = (search: Readonly<Record<string, unknown>>): CrossSearch => ({
  ...readDays(search),
  ...Object.fromEntries(
    TEXTS.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  ),
  ...(search['up'] === true && { up: true }),
});
