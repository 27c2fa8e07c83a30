import * as z from 'zod';
import { Commune, District, Ward2025 } from './area.ts';
import { CalendarData } from './business-calendar-data.ts';
import { Department } from './department.ts';
import { IntakeFile } from './intake-file.ts';
import { Hospital } from './jurisdiction-hospital.ts';
import { RoutingRules } from './routing-rule.ts';
import { NamedClass, NamedGroup, Service } from './service-catalog.ts';
import { SlaRules } from './sla-rules.ts';

/** Content of `shared/jurisdictions/<id>/*.json`, as read. */
export interface JurisdictionFiles {
  readonly departments: unknown;
  readonly services: unknown;
  readonly areas: unknown;
  readonly calendar: unknown;
  readonly intake: unknown;
  readonly rules: unknown;
  readonly sla: unknown;
  readonly hospitals: unknown;
}

export const JURISDICTION_FILES = [
  'departments',
  'services',
  'areas',
  'calendar',
  'intake',
  'rules',
  'sla',
  'hospitals',
] as const satisfies readonly (keyof JurisdictionFiles)[];

const note = z.string().optional();
const list = <S extends z.ZodType>(schema: S) => z.array(schema).min(1);

const schemas = {
  departments: z.strictObject({ note, departments: list(Department) }),
  services: z.strictObject({
    note,
    classes: list(NamedClass),
    groups: list(NamedGroup),
    services: list(Service),
  }),
  areas: z.strictObject({
    note,
    districts: list(District),
    communes2020: list(Commune),
    wards2025: list(Ward2025),
  }),
  calendar: CalendarData,
  intake: IntakeFile,
  rules: z.strictObject({ note, rules: RoutingRules }),
  sla: SlaRules,
  hospitals: z.strictObject({ note, hospitals: z.array(Hospital) }),
} satisfies Record<keyof JurisdictionFiles, z.ZodType>;

type Schemas = typeof schemas;

/** Every file in the form it must have; what they say of each other is checked in jurisdiction-checks.ts. */
export type ParsedFiles = { readonly [F in keyof Schemas]: z.infer<Schemas[F]> };

/** What could be read of a file. */
export interface FileReading<T> {
  /** Without the rows that are wrong in themselves; undefined when not even the rest has the right form. */
  readonly content: T | undefined;
  /** No row was left out, so what is not found here does not exist. */
  readonly complete: boolean;
  readonly problems: readonly string[];
}

export type FileReadings = { readonly [F in keyof Schemas]: FileReading<ParsedFiles[F]> };

/** Reads each file for itself, and each row, so that one fault does not hide the next. */
export const readFiles = (files: JurisdictionFiles): FileReadings => ({
  departments: read('departments', schemas.departments, files.departments),
  services: read('services', schemas.services, files.services),
  areas: read('areas', schemas.areas, files.areas),
  calendar: read('calendar', schemas.calendar, files.calendar),
  intake: read('intake', schemas.intake, files.intake),
  rules: read('rules', schemas.rules, files.rules),
  sla: read('sla', schemas.sla, files.sla),
  hospitals: read('hospitals', schemas.hospitals, files.hospitals),
});

function read<S extends z.ZodType>(name: string, schema: S, raw: unknown): FileReading<z.infer<S>> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { content: parsed.data, complete: true, problems: [] };
  const { issues } = parsed.error;
  return {
    content: schema.safeParse(withoutFaultyRows(raw, issues)).data,
    complete: false,
    problems: issues.map((issue) => `${name}.json: ${place(raw, issue.path)}${issue.message}`),
  };
}

/** `services[3] (road-damage) target.unit: `: a position alone is hard to find in a long file. */
function place(raw: unknown, path: readonly PropertyKey[]): string {
  if (path.length === 0) return '';
  const [list, row, ...rest] = path;
  if (typeof row !== 'number') return `${path.map(String).join('.')}: `;
  const code = codeOf(rowsOf(raw, list)?.[row]);
  return `${String(list)}[${row}]${code} ${rest.map(String).join('.')}`.trimEnd() + ': ';
}

function codeOf(row: unknown): string {
  const named = z.object({ code: z.string() }).safeParse(row);
  return named.success ? ` (${named.data.code})` : '';
}

function withoutFaultyRows(raw: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const rest: Record<PropertyKey, unknown> = { ...(isRecord(raw) ? raw : {}) };
  for (const list of new Set(issues.map(({ path }) => path[0]))) {
    const rows = rowsOf(raw, list);
    const faulty = new Set(
      issues.filter(({ path }) => path[0] === list).map(({ path }) => path[1]),
    );
    if (list !== undefined && rows) rest[list] = rows.filter((_, index) => !faulty.has(index));
  }
  return rest;
}

function rowsOf(raw: unknown, list: PropertyKey | undefined): readonly unknown[] | undefined {
  const rows = isRecord(raw) && list !== undefined ? raw[list] : undefined;
  return Array.isArray(rows) ? rows : undefined;
}

const isRecord = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
