import type * as z from 'zod';
import type { OpenDataDictionary } from '../../shared/contracts/open-data.ts';
import {
  OPEN_DESCRIPTIONS,
  OPEN_FIELDS,
  OPEN_RULE,
  OPEN_TITLES,
} from '../../shared/domain/open-data/dictionary.ts';
import { OPEN_DATASETS, type OpenDataset } from '../../shared/domain/open-data/open-issue.ts';
import { MIN_CELL } from '../../shared/domain/open-data/small-cells.ts';

/** What stands in the files. */
export const dictionary = (): z.input<typeof OpenDataDictionary> => ({
  minimum: MIN_CELL,
  rule: OPEN_RULE,
  dataset: OPEN_DATASETS.map((dataset) => ({
    ...described(dataset),
    fields: [...OPEN_FIELDS[dataset]],
  })),
});

export const described = (dataset: OpenDataset) => ({
  identifier: dataset,
  title: OPEN_TITLES[dataset],
  description: OPEN_DESCRIPTIONS[dataset],
});
