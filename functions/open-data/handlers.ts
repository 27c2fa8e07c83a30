import { ok } from '../../shared/domain/result.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import { catalogueOf } from './catalogue.ts';
import type { OpenDataDeps } from './container.ts';
import { dictionary } from './dictionary.ts';
import type { openDataRoutes } from './routes.ts';

/**
 * So long whoever stands between may give out an answer again: a month is published at night and nobody waits for it. A redirect that is as old
 * leads to a link that still holds (`OPEN_LINK_SECONDS`).
 */
const CACHED_SECONDS = 300;
const cached = { 'cache-control': `public, max-age=${CACHED_SECONDS}` } as const;

export const openDataHandlers = ({
  jurisdictionId,
  terms,
  listOpenData,
  findOpenFile,
}: OpenDataDeps): Handlers<typeof openDataRoutes> => ({
  getOpenData: async () =>
    ok({ body: catalogueOf(await listOpenData(jurisdictionId), terms), headers: cached }),
  getOpenDataDictionary: () => Promise.resolve(ok({ body: dictionary(), headers: cached })),
  // Not the file itself: Lambda answers with 6 MB at most, which a month of a large province is more than.
  getOpenDataFile: async ({ params, query }) => {
    const found = await findOpenFile({ jurisdictionId, ...params, ...query });
    if (!found.ok) return found;
    const { file, link } = found.value;
    // Who has this content already need not follow the link.
    return ok({ location: link, headers: { ...cached, etag: `"${file.sha256}"` } });
  },
});
