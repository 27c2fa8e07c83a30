import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { timeZoneProblems } from '../shared/domain/business-calendar-zone.ts';
import { parseJurisdiction } from '../shared/domain/jurisdiction.ts';
import { JURISDICTION_FILES } from '../shared/domain/jurisdiction-files.ts';
import { OpenTerms } from '../shared/domain/open-data/open-terms.ts';
import { checkPlaceFiles } from './areas/check-place-files.ts';
import type { Jurisdiction } from '../shared/domain/jurisdiction-lookups.ts';

/** What the check found in one folder of `shared/jurisdictions`. */
export interface JurisdictionReport {
  readonly id: string;
  readonly problems: readonly string[];
  /** One line for the person who reads the build, when there are no problems. */
  readonly summary: string;
}

/** Checks every folder under the root. A root without any is a fault too: a check of nothing must not pass. */
export function checkJurisdictions(root: string): readonly JurisdictionReport[] {
  const ids = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  if (ids.length === 0) return [{ id: root, problems: ['no jurisdiction found'], summary: '' }];
  return ids.map((id) => checkFolder(id, join(root, id)));
}

function checkFolder(id: string, folder: string): JurisdictionReport {
  const unreadable: string[] = [];
  const load = (name: string): unknown => {
    const path = join(folder, `${name}.json`);
    if (!existsSync(path)) unreadable.push(`${name}.json is missing`);
    else {
      try {
        return JSON.parse(readFileSync(path, 'utf8')) as unknown;
      } catch (error) {
        unreadable.push(`${name}.json is not JSON: ${String(error)}`);
      }
    }
    return undefined;
  };
  const [departments, services, areas, calendar, intake, rules, sla, hospitals] =
    JURISDICTION_FILES.map(load);
  const terms = load(OPEN_DATA_FILE);
  if (unreadable.length > 0) return { id, problems: unreadable, summary: '' };

  const parsed = parseJurisdiction({
    departments,
    services,
    areas,
    calendar,
    intake,
    rules,
    sla,
    hospitals,
  });
  if (!parsed.ok) return { id, problems: parsed.error.problems, summary: '' };
  const places = checkPlaceFiles(folder, parsed.value);
  return {
    id,
    problems: [...zoneProblems(parsed.value), ...termsProblems(terms), ...places.problems],
    summary: summaryOf(parsed.value) + places.summary,
  };
}

/** Of the open data, which no function needs together with the rest. */
const OPEN_DATA_FILE = 'open-data';

const termsProblems = (terms: unknown): readonly string[] =>
  (OpenTerms.safeParse(terms).error?.issues ?? []).map(
    ({ path, message }) => `${OPEN_DATA_FILE}.json: ${path.map(String).join('.')}: ${message}`,
  );

const zoneProblems = ({ calendarData }: Jurisdiction): readonly string[] =>
  timeZoneProblems(calendarData).map(({ message }) => `calendar.json: ${message}`);

function summaryOf(jurisdiction: Jurisdiction): string {
  const { departments, services, districts, communes, wards2025, calendar } = jurisdiction;
  const { firstYear, lastYear } = calendar();
  return (
    `${departments.size} departments, ${services.size} services, ${districts.length} districts, ` +
    `${communes.length} communes, ${wards2025.length} wards, calendar ${firstYear}-${lastYear}`
  );
}

if (import.meta.main) {
  const root = process.argv[2] ?? join(import.meta.dirname, '../shared/jurisdictions');
  const reports = checkJurisdictions(root);
  for (const { id, problems, summary } of reports) {
    if (problems.length === 0) console.log(`${id}: ${summary}`);
    for (const problem of problems) console.error(`${id}: ${problem}`);
  }
  if (reports.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
}
