import { readDays } from './days.ts';
import type { Period } from './periods.ts';

/** What a reader has chosen; what `by` may be the page knows. */
export interface ActivitySearch extends Partial<Period> {
  readonly by?: string;
}

export const readActivitySearch = (search: Readonly<Record<string, unknown>>): ActivitySearch => ({
  ...readDays(search),
  ...(typeof search['by'] === 'string' && { by: search['by'] }),
});
