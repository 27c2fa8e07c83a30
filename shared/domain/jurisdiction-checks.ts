import { areaCodeOfWard } from './area.ts';
import { unknownDepartmentProblems } from './business-calendar-hours-problems.ts';
import { calendarProblems } from './business-calendar-problems.ts';
import type { Department } from './department.ts';
import type { FileReading, FileReadings, ParsedFiles } from './jurisdiction-files.ts';
import { areaProblems } from './jurisdiction-area-checks.ts';
import { isMissing, type Known } from './jurisdiction-known.ts';
import { ruleProblems } from './routing-rule-problems.ts';
import { CaseClass, HOTLINE_LEAD, type Service } from './service-catalog.ts';

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
    ...services.flatMap((service) => serviceProblems(service, knownDepartments(files))),
    ...districtDepartmentProblems(departments, files.areas),
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
const knownDistricts = (areas: FileReading<ParsedFiles['areas']>): Known =>
  codesOf(areas, (content) => content.districts);
const knownWards = (areas: FileReading<ParsedFiles['areas']>): Known =>
  codesOf(areas, (content) => content.wards2025);

function codeProblems(files: FileReadings): string[] {
  const areas = files.areas.content;
  const lists: readonly [string, readonly { readonly code: string }[] | undefined][] = [
    ['departments.json: department', files.departments.content?.departments],
    ['services.json: service', files.services.content?.services],
    ['services.json: class', files.services.content?.classes],
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

function serviceProblems(service: Service, departments: Known): string[] {
  const { code, lead, supporting } = service;
  const says = (problem: string): string => `services.json: ${code} ${problem}`;
  return [
    ...(!lead.startsWith('@') && isMissing(departments, lead)
      ? [says(`is led by ${lead}, which is not a department`)]
      : []),
    ...supporting
      .filter((supporter) => isMissing(departments, supporter))
      .map((supporter) => says(`is supported by ${supporter}, which is not a department`)),
    ...repeated(supporting).map((supporter) => says(`names ${supporter} as supporting twice`)),
    ...(supporting.some((supporter) => supporter === lead)
      ? [says(`names its lead ${lead} as supporting too`)]
      : []),
    ...(lead === HOTLINE_LEAD && supporting.length > 0
      ? [says('is answered at the desk, so nobody can support it')]
      : []),
  ];
}

/** Every district has exactly one department, which is how `@district` finds its lead. */
function districtDepartmentProblems(
  departments: readonly Department[],
  areas: FileReadings['areas'],
): string[] {
  const known = knownDistricts(areas);
  const ofDistrict = (code: string): string[] =>
    departments.filter(({ districtCode }) => districtCode === code).map((d) => d.code);
  return [
    ...departments.flatMap((department) => departmentKindProblems(department, known)),
    ...[...(known === 'unknown' ? [] : known)].flatMap((district) => {
      const codes = ofDistrict(district);
      if (codes.length === 1) return [];
      if (codes.length === 0) return [`departments.json: district ${district} has no department`];
      return [`departments.json: district ${district} has ${codes.length}: ${codes.join(', ')}`];
    }),
  ];
}

function departmentKindProblems({ code, kind, districtCode }: Department, known: Known): string[] {
  if (kind === 'district' && districtCode === undefined) {
    return [`departments.json: ${code} is of a district but has no districtCode`];
  }
  if (districtCode === undefined) return [];
  if (kind !== 'district') {
    return [`departments.json: ${code} has a districtCode but is a ${kind}`];
  }
  return isMissing(known, districtCode)
    ? [`departments.json: ${code} is of district ${districtCode}, which does not exist`]
    : [];
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
