import { areaCodeOfWard } from './area.ts';
import { unknownDepartmentProblems } from './business-calendar-hours-problems.ts';
import { calendarProblems } from './business-calendar-problems.ts';
import { districtProblems } from './department-problems.ts';
import type { FileReading, FileReadings, ParsedFiles } from './jurisdiction-files.ts';
import { areaProblems } from './jurisdiction-area-checks.ts';
import { isMissing, type Known } from './jurisdiction-known.ts';
import { ruleProblems } from './routing-rule-problems.ts';
import { CaseClass } from './service-catalog.ts';
import { serviceProblems } from './service-problems.ts';

/**
 * What is wrong between files that are right in themselves, as sentences. A reference into a file that could not be
 * read whole is left alone: the fault is reported there, and once is enough.
 */
export function crossProblems(files: FileReadings): readonly string[] {
  const departments = files.departments.content?.departments ?? [];
  const services = files.services.content?.services ?? [];
  return [
    ...codeProblems(files),
    ...classProblems(files),
    ...groupProblems(files),
    ...services
      .flatMap((service, index) => serviceProblems(service, index, wholeDepartments(files)))
      .map(({ message }) => `services.json: ${message}`),
    ...districtProblems(departments, knownDistricts(files.areas)).map(
      ({ message }) => `departments.json: ${message}`,
    ),
    ...areaProblems(files.areas.content, {
      districts: knownDistricts(files.areas),
      wards: knownWards(files.areas),
    }),
    ...hospitalProblems(files),
    ...calendarFileProblems(files),
    ...ruleFileProblems(files),
    ...intakeProblems(files),
  ];
}

function calendarFileProblems(files: FileReadings): string[] {
  const { content } = files.calendar;
  if (content === undefined) return [];
  const departments = knownDepartments(files);
  return [
    ...calendarProblems(content),
    ...unknownDepartmentProblems(content, (code) => !isMissing(departments, code)),
  ].map(({ message }) => `calendar.json: ${message}`);
}

/** Only where all that rules name could be read: once is enough for each fault. */
function ruleFileProblems(files: FileReadings): string[] {
  const { rules, departments, services, areas } = files;
  const whole = [departments, services, areas].every(({ complete }) => complete);
  if (!whole || rules.content === undefined) return [];
  const directory = {
    departments: byCode(departments.content?.departments),
    services: byCode(services.content?.services),
    areas: byCode(everyArea(areas)),
  };
  return ruleProblems(rules.content.rules, directory).map(
    ({ path, message }) => `rules.json: ${path} ${message}`,
  );
}

const everyArea = ({ content }: FileReadings['areas']): readonly { readonly code: string }[] => [
  ...(content?.districts ?? []),
  ...(content?.communes2020 ?? []),
  ...(content?.wards2025 ?? []).map(({ code }) => ({ code: areaCodeOfWard(code) })),
];

const byCode = <T extends { readonly code: string }>(rows: readonly T[] = []) =>
  new Map<string, T>(rows.map((row) => [row.code, row]));

function intakeProblems({ intake, services }: FileReadings): string[] {
  const known = codesOf(services, ({ services: rows }) => rows);
  return (intake.content?.keptServices ?? [])
    .filter((code) => isMissing(known, code))
    .map((code) => `intake.json: keptServices names ${code}, which is not a service`);
}

const codesOf = <T>(
  file: FileReading<T>,
  rows: (content: T) => readonly { readonly code: string }[],
): Known =>
  file.complete && file.content !== undefined
    ? new Set(rows(file.content).map(({ code }) => code))
    : 'unknown';

const knownDepartments = ({ departments }: FileReadings): Known =>
  codesOf(departments, (content) => content.departments);
/** Undefined where a row could not be read: then nobody may be called missing. */
const wholeDepartments = ({ departments: { content, complete } }: FileReadings) =>
  complete ? byCode(content?.departments) : undefined;
const knownDistricts = (areas: FileReading<ParsedFiles['areas']>): Known =>
  codesOf(areas, (content) => content.districts);
const knownWards = (areas: FileReading<ParsedFiles['areas']>): Known =>
  codesOf(areas, (content) => content.wards2025);

const NO_SERVICES = { services: [], classes: [], groups: [] };

function codeProblems(files: FileReadings): string[] {
  const areas = files.areas.content;
  const { services, classes, groups } = files.services.content ?? NO_SERVICES;
  const lists: readonly [string, readonly { readonly code: string }[] | undefined][] = [
    ['departments.json: department', files.departments.content?.departments],
    ['services.json: service', services],
    ['services.json: class', classes],
    ['services.json: group', groups],
    ['areas.json: district', areas?.districts],
    ['areas.json: commune', areas?.communes2020],
    ['areas.json: ward', areas?.wards2025],
    ['hospitals.json: hospital', files.hospitals.content?.hospitals],
  ];
  return lists.flatMap(([what, rows]) =>
    repeated((rows ?? []).map(({ code }) => code)).map((code) => `${what} ${code} is listed twice`),
  );
}

function classProblems({ services }: FileReadings): string[] {
  if (services.content === undefined || !services.complete) return [];
  const named = new Set(services.content.classes.map(({ code }) => code));
  return CaseClass.options
    .filter((code) => !named.has(code))
    .map((code) => `services.json: class ${code} has no name`);
}

/** Figures show a group by its name, and a service that has left the catalogue by its code: the two must stay apart. */
function groupProblems({ services }: FileReadings): string[] {
  if (services.content === undefined || !services.complete) return [];
  const { groups, services: rows } = services.content;
  const named = new Set(groups.map(({ code }) => code));
  const codes = new Set<string>(rows.map(({ code }) => code));
  return [
    ...rows
      .filter(({ group }) => !named.has(group))
      .map(({ code, group }) => `services.json: ${code} is of group ${group}, which has no name`),
    ...groups
      .filter(({ code }) => codes.has(code))
      .map(({ code }) => `services.json: group ${code} has the code of a service`),
  ];
}

function hospitalProblems({ hospitals, areas }: FileReadings): string[] {
  const districts = knownDistricts(areas);
  const wards = knownWards(areas);
  return (hospitals.content?.hospitals ?? []).flatMap(({ code, districtCode, ward2025Code }) => [
    ...(isMissing(districts, districtCode)
      ? [`hospitals.json: ${code} is in district ${districtCode}, which does not exist`]
      : []),
    ...(isMissing(wards, ward2025Code)
      ? [`hospitals.json: ${code} is in ward ${ward2025Code}, which does not exist`]
      : []),
  ]);
}

const repeated = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];
