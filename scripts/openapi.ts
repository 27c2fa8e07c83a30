import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import * as cases from '../shared/contracts/case.ts';
import * as calendars from '../shared/contracts/calendar.ts';
import * as citizens from '../shared/contracts/citizen.ts';
import * as desk from '../shared/contracts/desk.ts';
import * as directory from '../shared/contracts/directory.ts';
import { openApi } from '../shared/contracts/openapi.ts';
import { citizenRoutes } from '../functions/citizen/routes.ts';
import { departmentRoutes } from '../functions/department/routes.ts';
import { deskRoutes } from '../functions/desk/routes.ts';
import { directoryRoutes } from '../functions/directory/routes.ts';
import { draftsRoutes } from '../functions/drafts/routes.ts';
import { rulesRoutes } from '../functions/rules/routes.ts';
import { referenceRoutes } from '../functions/reference/routes.ts';
import { statisticsRoutes } from '../functions/statistics/routes.ts';
import * as statistics from '../shared/contracts/statistics.ts';
import { problems } from '../shared/platform/problems.ts';

/** Writes docs/openapi.json from the route tables; with `--check` only says whether it is up to date. */
const FILE = 'docs/openapi.json';
const description = openApi({
  tables: {
    desk: deskRoutes,
    department: departmentRoutes,
    citizen: citizenRoutes,
    statistics: statisticsRoutes,
    directory: directoryRoutes,
    drafts: draftsRoutes,
    rules: rulesRoutes,
    reference: referenceRoutes,
  },
  problems,
  named: { ...calendars, ...cases, ...citizens, ...desk, ...directory, ...statistics },
});
const text = await format(JSON.stringify(description), { parser: 'json', printWidth: 100 });

if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else if (readFileSync(FILE, 'utf8') !== text) {
  console.error(`${FILE} is out of date: run npm run openapi`);
  process.exitCode = 1;
}
