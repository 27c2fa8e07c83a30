import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTypes, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import { format } from 'prettier';
import * as administration from '../shared/contracts/administration.ts';
import * as alerts from '../shared/contracts/alerts.ts';
import * as backlog from '../shared/contracts/backlog.ts';
import * as cases from '../shared/contracts/case.ts';
import * as calendars from '../shared/contracts/calendar.ts';
import * as citizens from '../shared/contracts/citizen.ts';
import * as deliveries from '../shared/contracts/delivery.ts';
import * as inbox from '../shared/contracts/inbox.ts';
import * as desk from '../shared/contracts/desk.ts';
import * as directory from '../shared/contracts/directory.ts';
import * as lists from '../shared/contracts/directory-lists.ts';
import { openApi } from '../shared/contracts/openapi.ts';
import { citizenRoutes } from '../functions/citizen/routes.ts';
import { connectionRoutes } from '../functions/connection/routes.ts';
import { departmentRoutes } from '../functions/department/routes.ts';
import { deskRoutes } from '../functions/desk/routes.ts';
import { directoryRoutes } from '../functions/directory/routes.ts';
import { exportsRoutes } from '../functions/exports/routes.ts';
import { draftsRoutes } from '../functions/drafts/routes.ts';
import { reportsRoutes } from '../functions/reports/routes.ts';
import { openDataRoutes } from '../functions/open-data/routes.ts';
import { rulesRoutes } from '../functions/rules/routes.ts';
import { referenceRoutes } from '../functions/reference/routes.ts';
import { statisticsRoutes } from '../functions/statistics/routes.ts';
import * as feeds from '../shared/contracts/feeds.ts';
import * as exported from '../shared/contracts/exports.ts';
import * as figureCases from '../shared/contracts/figure-cases.ts';
import * as openData from '../shared/contracts/open-data.ts';
import * as rules from '../shared/contracts/rules.ts';
import * as statistics from '../shared/contracts/statistics.ts';
import * as routing from '../shared/contracts/statistics-routing.ts';
import * as activity from '../shared/contracts/statistics-activity.ts';
import * as cross from '../shared/contracts/statistics-cross.ts';
import * as series from '../shared/contracts/statistics-series.ts';
import * as webConfig from '../shared/contracts/web-config.ts';
import { problems } from '../shared/platform/problems.ts';

/**
 * Writes docs/openapi.json from the route tables, and the types of the web app's client from that; with `--check` only
 * says whether they are up to date.
 */
const description = openApi({
  tables: {
    desk: deskRoutes,
    department: departmentRoutes,
    connection: connectionRoutes,
    citizen: citizenRoutes,
    'open-data': openDataRoutes,
    statistics: statisticsRoutes,
    exports: exportsRoutes,
    reports: reportsRoutes,
    directory: directoryRoutes,
    drafts: draftsRoutes,
    rules: rulesRoutes,
    reference: referenceRoutes,
  },
  problems,
  named: {
    ...administration,
    ...alerts,
    ...backlog,
    ...calendars,
    ...cases,
    ...citizens,
    ...deliveries,
    ...desk,
    ...inbox,
    ...directory,
    ...lists,
    ...rules,
    ...exported,
    ...feeds,
    ...figureCases,
    ...openData,
    ...statistics,
    ...routing,
    ...activity,
    ...cross,
    ...series,
    ...webConfig,
  },
});
const text = await format(JSON.stringify(description), { parser: 'json', printWidth: 100 });
const types = astToString(await openapiTypes(text));
const files = {
  'docs/openapi.json': text,
  'web/platform/api-types.ts': COMMENT_HEADER + types,
};

for (const [file, content] of Object.entries(files)) {
  if (!process.argv.includes('--check')) {
    writeFileSync(file, content);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== content) {
    console.error(`${file} is out of date: run npm run openapi`);
    process.exitCode = 1;
  }
}
