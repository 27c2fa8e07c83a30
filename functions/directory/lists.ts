import type * as z from 'zod';
import type {
  PublishDepartmentsRequest,
  PublishServicesRequest,
} from '../../shared/contracts/directory-lists.ts';
import {
  BUNDLED_LIST,
  type ListPublication,
  type NumberedList,
} from '../../shared/domain/published-list.ts';
import { err, ok } from '../../shared/domain/result.ts';
import { actorOf, type StaffMember } from '../../shared/domain/staff.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import type { ListStore } from '../../shared/ports/list-store.ts';
import type { PublishList } from '../../shared/usecases/publish-list.ts';
import type { DirectoryDeps } from './container.ts';
import type { listRoutes } from './list-routes.ts';

export type ListHandlers = Handlers<typeof listRoutes>;

/** Departments and services: the same of both, but for what a row is called. */
export const listHandlers = (deps: DirectoryDeps): ListHandlers => {
  const { jurisdictionId, jurisdiction, lists } = deps;
  const departments = reading({
    ...{ jurisdictionId, store: lists.departments },
    bundled: jurisdiction.departments,
    body: (rows) => ({ departments: rows }),
  });
  const services = reading({
    ...{ jurisdictionId, store: lists.services },
    bundled: jurisdiction.services,
    body: (rows) => ({ classes: jurisdiction.classes, services: rows }),
  });
  return {
    listDepartments: departments.current,
    listDepartmentsVersions: departments.versions,
    getDepartmentsVersion: departments.version,
    previewDepartments: async ({ body }) =>
      ok({ body: await deps.previewDepartments(jurisdictionId, body.departments) }),
    publishDepartments: (asked: Publishing<typeof PublishDepartmentsRequest>) =>
      publish(deps.publishDepartments, {
        ...asked,
        ...{ jurisdictionId, rows: asked.body.departments, path: 'departments' },
      }),
    listServices: services.current,
    listServicesVersions: services.versions,
    getServicesVersion: services.version,
    previewServices: async ({ body }) =>
      ok({ body: await deps.previewServices(jurisdictionId, body.services) }),
    publishServices: (asked: Publishing<typeof PublishServicesRequest>) =>
      publish(deps.publishServices, {
        ...asked,
        ...{ jurisdictionId, rows: asked.body.services, path: 'services' },
      }),
  };
};

interface Reading<Row> {
  readonly jurisdictionId: DirectoryDeps['jurisdictionId'];
  readonly store: ListStore<Row>;
  readonly bundled: ReadonlyMap<string, Row>;
  readonly body: (rows: readonly Row[]) => object;
}

function reading<Row>({ jurisdictionId, store, ...list }: Reading<Row>) {
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

interface Publishing<Body extends z.ZodType> {
  readonly body: z.infer<Body>;
  readonly ifMatch: number;
  readonly idempotencyKey: string;
  readonly staff: StaffMember;
}

/** 201 with what was published; 200 when the same request had already done it. */
async function publish<Row>(
  publishList: PublishList<Row>,
  asked: Omit<Publishing<z.ZodType<{ readonly reason: string }>>, never> & {
    readonly jurisdictionId: DirectoryDeps['jurisdictionId'];
    readonly rows: readonly Row[];
    readonly path: string;
  },
) {
  const { jurisdictionId, rows, path, body, ifMatch: basedOn, idempotencyKey, staff } = asked;
  const by = actorOf(staff);
  const { reason } = body;
  const input = { jurisdictionId, by, idempotencyKey, basedOn, rows, reason };
  const published = await publishList(input);
  if (!published.ok) return published;
  const { publication, created } = published.value;
  return ok({
    status: created ? 201 : 200,
    version: publication.number,
    location: `/v1/directory/${path}/versions/${publication.number}`,
    body: versionBody(publication),
  });
}

/** The fingerprints of requests stay inside. */
function versionBody(publication: ListPublication | undefined) {
  if (publication === undefined) return { number: BUNDLED_LIST, published: null };
  const { number, publishedAt: at, publishedBy: by, reason, added, changed } = publication;
  return { number, published: { at, by, reason, added, changed } };
}
