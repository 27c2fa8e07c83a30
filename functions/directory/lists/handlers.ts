import type * as z from 'zod';
import type {
  PublishDepartmentsRequest,
  PublishServicesRequest,
} from '../../../shared/contracts/directory-lists.ts';
import { ok } from '../../../shared/domain/result.ts';
import type { Handlers } from '../../../shared/platform/api-handler.ts';
import type { DirectoryDeps } from '../container.ts';
import { publishingList } from './publishing.ts';
import { readingList } from './reading.ts';
import type { listRoutes } from './routes.ts';

export type ListHandlers = Handlers<typeof listRoutes>;

/** Departments and services: the same of both, but for what a row is called. */
export const listHandlers = (deps: DirectoryDeps): ListHandlers => {
  const { jurisdictionId, jurisdiction, lists } = deps;
  const departments = readingList({
    ...{ jurisdictionId, store: lists.departments },
    bundled: jurisdiction.departments,
    body: (rows) => ({ departments: rows }),
  });
  const services = readingList({
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
    publishDepartments: publishingList({
      ...{ jurisdictionId, path: 'departments', publishList: deps.publishDepartments },
      rows: (body: z.infer<typeof PublishDepartmentsRequest>) => body.departments,
    }),
    listServices: services.current,
    listServicesVersions: services.versions,
    getServicesVersion: services.version,
    previewServices: async ({ body }) =>
      ok({ body: await deps.previewServices(jurisdictionId, body.services) }),
    publishServices: publishingList({
      ...{ jurisdictionId, path: 'services', publishList: deps.publishServices },
      rows: (body: z.infer<typeof PublishServicesRequest>) => body.services,
    }),
  };
};
