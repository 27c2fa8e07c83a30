import type { Commune, District, DistrictCode, Ward2025 } from './area.ts';
import { type AreaLookup, areaLookup } from './area-lookup.ts';
import { type BusinessCalendar, compileCalendar } from './business-calendar.ts';
import { offsetOf } from './business-calendar-zone.ts';
import type { CalendarData } from './business-calendar-data.ts';
import { BUILT_IN_CALENDAR, type CalendarVersion } from './calendar-version.ts';
import { type Department, type DepartmentCode, isActive } from './department.ts';
import type { IntakeRules } from './intake-file.ts';
import { intakeRules } from './intake-rules.ts';
import type { JurisdictionFiles, ParsedFiles } from './jurisdiction-files.ts';
import type { Hospital } from './jurisdiction-hospital.ts';
import type { RoutingDirectory } from './routing.ts';
import type { RoutingRule } from './routing-rule.ts';
import type { NamedClass, NamedGroup, Service, ServiceCode } from './service-catalog.ts';
import type { SlaRules } from './sla-rules.ts';
import { workingTimeBetween } from './working-time.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A government served: its reference data with the look-ups that a request needs. Maps keep the files' order. */
export interface Jurisdiction extends RoutingDirectory {
  readonly departments: ReadonlyMap<DepartmentCode, Department>;
  /** The People's Committee of each district, which takes its cases. */
  readonly departmentOfDistrict: ReadonlyMap<DistrictCode, Department>;
  readonly services: ReadonlyMap<ServiceCode, Service>;
  readonly classes: readonly NamedClass[];
  /** Groups of services. */
  readonly groups: readonly NamedGroup[];
  /** Districts, communes and wards, of any day, by the code that a case carries. */
  readonly areas: AreaLookup;
  readonly districts: readonly District[];
  readonly communes: readonly Commune[];
  readonly wards2025: readonly Ward2025[];
  /** Of a department, whose hours may be its own, or of the jurisdiction. Compiled at the first call and kept. */
  readonly calendar: (department?: DepartmentCode) => BusinessCalendar;
  /** What deadlines counted with the calendar are stored with. */
  readonly calendarVersion: CalendarVersion;
  readonly calendarData: CalendarData;
  /** Number of the publication that the rules are of; 0 is the bundled one. */
  readonly rulesNumber: number;
  /** Which messages route themselves. */
  readonly intake: IntakeRules;
  readonly sla: SlaRules;
  readonly hospitals: readonly Hospital[];
}

/**
 * The jurisdiction that is bundled with the code, without parsing it again: `scripts/check-jurisdictions.ts` has
 * run `parseJurisdiction` over these very files in the build, and doing so in every new process would cost each
 * function some 25 ms of its start. For anything that the build has not seen, use `parseJurisdiction`.
 */
export const bundledJurisdiction = (files: JurisdictionFiles): Jurisdiction =>
  // The cast rests on the build check named above.
  withLookups(files as ParsedFiles);

/** Builds each look-up once. */
export function withLookups(files: ParsedFiles): Jurisdiction {
  const { districts, communes2020, wards2025 } = files.areas;
  return {
    ...departmentLookups(files.departments.departments),
    ...serviceLookups(files.services.services),
    classes: files.services.classes,
    groups: files.services.groups,
    areas: areaLookup(files.areas),
    districts,
    communes: communes2020,
    wards2025,
    ...calendarLookups(files.calendar),
    rules: files.rules.rules,
    rulesNumber: BUNDLED_RULES,
    intake: intakeRules(files.intake),
    sla: files.sla,
    hospitals: files.hospitals.hospitals,
  };
}

/** The same jurisdiction with other departments, which a store has checked. */
export const withDepartments = (
  jurisdiction: Jurisdiction,
  departments: readonly Department[],
): Jurisdiction => ({ ...jurisdiction, ...departmentLookups(departments) });

/** The same jurisdiction with other services, which a store has checked. */
export const withServices = (
  jurisdiction: Jurisdiction,
  services: readonly Service[],
): Jurisdiction => ({ ...jurisdiction, ...serviceLookups(services) });

const departmentLookups = (
  rows: readonly Department[],
): Pick<Jurisdiction, 'departments' | 'departmentOfDistrict'> => ({
  departments: new Map(rows.map((row) => [row.code, row])),
  // One that takes no new cases has left its district to another.
  departmentOfDistrict: new Map(
    rows.flatMap((row) =>
      row.districtCode === undefined || !isActive(row) ? [] : [[row.districtCode, row]],
    ),
  ),
});

const serviceLookups = (rows: readonly Service[]): Pick<Jurisdiction, 'services'> => ({
  services: new Map(rows.map((row) => [row.code, row])),
});

/** The same jurisdiction with another calendar, which `readCalendar` or a store has checked. */
export const withCalendar = (jurisdiction: Jurisdiction, data: CalendarData): Jurisdiction => ({
  ...jurisdiction,
  ...calendarLookups(data),
});

/** The rules that are bundled with the code come before every published ones. */
export const BUNDLED_RULES = 0;

/** The same jurisdiction with other rules, which a store has checked. */
export const withRules = (
  jurisdiction: Jurisdiction,
  { number, rules }: { readonly number: number; readonly rules: readonly RoutingRule[] },
): Jurisdiction => ({ ...jurisdiction, rules, rulesNumber: number });

type CalendarLookups = Pick<
  Jurisdiction,
  'calendar' | 'calendarVersion' | 'calendarData' | 'isWorkingDay' | 'minuteOfDay'
>;

function calendarLookups(data: CalendarData): CalendarLookups {
  const compiled = new Map<string | undefined, BusinessCalendar>();
  const calendar = (department?: DepartmentCode): BusinessCalendar => {
    // Most departments keep the jurisdiction's hours and share its calendar.
    const own = Object.hasOwn(data.departments ?? {}, department ?? '') ? department : undefined;
    const known = compiled.get(own) ?? compileCalendar(data, own);
    compiled.set(own, known);
    return known;
  };
  // Where no offset is stated the zone data are read, at the first rule that asks.
  let offsetAt: ReturnType<typeof offsetOf> | undefined;
  const minuteOfDay = (at: Date) => {
    offsetAt ??= offsetOf(data);
    return Math.floor(((at.getTime() + offsetAt(at.getTime())) % DAY_MS) / MINUTE_MS);
  };
  return {
    calendarData: data,
    calendarVersion: data.version ?? BUILT_IN_CALENDAR,
    calendar,
    minuteOfDay,
    isWorkingDay: (at) => {
      const midnight =
        Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS - minuteOfDay(at) * MINUTE_MS;
      const worked = workingTimeBetween(
        calendar(),
        new Date(midnight),
        new Date(midnight + DAY_MS),
      );
      return worked.ok && worked.value > 0;
    },
  };
}
