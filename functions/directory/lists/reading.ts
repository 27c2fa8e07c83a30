import {
  BUNDLED_LIST,
  type ListPublication,
  type NumberedList,
} from '../../../shared/domain/published-list.ts';
import { err, ok } from '../../../shared/domain/result.ts';
import type { ListStore } from '../../../shared/ports/list-store.ts';
import type { DirectoryDeps } from '../container.ts';

interface Reading<Row> {
  readonly jurisdictionId: DirectoryDeps['jurisdictionId'];
  readonly store: ListStore<Row>;
  readonly bundled: ReadonlyMap<string, Row>;
  readonly body: (rows: readonly Row[]) => object;
}

/** The list that holds now, each as it was published, and who published it. */
export function readingList<Row>({ jurisdictionId, store, ...list }: Reading<Row>) {
  const bundled = { number: BUNDLED_LIST, rows: [...list.bundled.values()] };
  const whole = async ({ number, rows }: NumberedList<Row>) => {
    const publication =
      number === BUNDLED_LIST ? undefined : await store.publication(jurisdictionId, number);
    return ok({ version: number, body: { ...versionBody(publication), ...list.body(rows) } });
  };
  return {
    current: async () => whole((await store.current(jurisdictionId)) ?? bundled),
    versions: async () => {
      const history = await store.history(jurisdictionId);
      return ok({ body: { versions: [...history, undefined].map(versionBody) } });
    },
    version: async ({ params: { number } }: { readonly params: { readonly number: number } }) => {
      const held = number === BUNDLED_LIST ? bundled : await store.find(jurisdictionId, number);
      return held === undefined ? err({ code: 'DIRECTORY_NOT_FOUND' } as const) : whole(held);
    },
  };
}

/** The fingerprints of requests stay inside. */
export function versionBody(publication: ListPublication | undefined) {
  if (publication === undefined) return { number: BUNDLED_LIST, published: null };
  const { number, publishedAt: at, publishedBy: by, reason, added, changed } = publication;
  return { number, published: { at, by, reason, added, changed } };
}
