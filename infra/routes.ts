import { citizenRoutes } from '../functions/citizen/routes.ts';
import { connectionRoutes } from '../functions/connection/routes.ts';
import { departmentRoutes } from '../functions/department/routes.ts';
import { deskRoutes } from '../functions/desk/routes.ts';
import { directoryRoutes } from '../functions/directory/routes.ts';
import { exportsRoutes } from '../functions/exports/routes.ts';
import { draftsRoutes } from '../functions/drafts/routes.ts';
import { openDataRoutes } from '../functions/open-data/routes.ts';
import { rulesRoutes } from '../functions/rules/routes.ts';
import { reportsRoutes } from '../functions/reports/routes.ts';
import { referenceRoutes } from '../functions/reference/routes.ts';
import { statisticsRoutes } from '../functions/statistics/routes.ts';
import type { Route } from '../shared/contracts/route.ts';
import type { ApiFunctionId } from './functions.ts';

/** Which function answers which routes. */
export const routesOf: Readonly<Record<ApiFunctionId, readonly Route[]>> = {
  desk: deskRoutes,
  department: departmentRoutes,
  connection: connectionRoutes,
  statistics: statisticsRoutes,
  exports: exportsRoutes,
  reports: reportsRoutes,
  directory: directoryRoutes,
  drafts: draftsRoutes,
  rules: rulesRoutes,
  citizen: citizenRoutes,
  'open-data': openDataRoutes,
  reference: referenceRoutes,
};

/** As API Gateway writes it: `GET /v1/desk/cases/{caseId}`. */
export const routeKey = ({ method, path }: Pick<Route, 'method' | 'path'>): string =>
  `${method} ${path}`;
