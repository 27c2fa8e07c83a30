import {
  OpenDataCatalogue,
  OpenDataDictionary,
  OpenFileParams,
  OpenFileQuery,
} from '../../shared/contracts/open-data.ts';
import type { Route } from '../../shared/contracts/route.ts';

const open = { method: 'GET', scope: null, permission: null } as const;

/** What anybody may know of the hotline. */
export const openDataRoutes = [
  {
    ...open,
    operation: 'getOpenData',
    path: '/v1/open-data',
    summary: 'What open data there are: datasets, months, files, licence',
    success: { status: 200, schema: OpenDataCatalogue },
  },
  {
    ...open,
    operation: 'getOpenDataDictionary',
    path: '/v1/open-data/dictionary',
    summary: 'What each column of the open data means, and what is not told',
    success: { status: 200, schema: OpenDataDictionary },
  },
  {
    ...open,
    operation: 'getOpenDataFile',
    path: '/v1/open-data/{dataset}/{month}',
    summary: 'A dataset of a month: leads to the file, for a quarter of an hour',
    params: OpenFileParams,
    query: OpenFileQuery,
    success: { status: 303 },
    problems: ['OPEN_DATA_NOT_FOUND', 'OPEN_DATA_NOT_PUBLISHED'],
  },
] as const satisfies readonly Route[];
