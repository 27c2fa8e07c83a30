import * as z from 'zod';
import { StaffRole } from '../domain/actor.ts';
import { AREA_KINDS } from '../domain/area-lookup.ts';
import { AreaCode, DistrictCode } from '../domain/area.ts';
import { DepartmentCode } from '../domain/department.ts';
import { PAGE_DEFAULT, PAGE_LIMIT } from './case.ts';
import { PersonName } from './text.ts';

export const Areas = z.strictObject({
  areas: z.array(
    z.strictObject({
      code: AreaCode,
      kind: z.enum(AREA_KINDS),
      /** Null for a ward of 2025 that took over ground of several districts: `districtCodes` has them all. */
      districtCode: DistrictCode.nullable(),
      districtCodes: z.array(DistrictCode),
      name: z.string(),
      nameEn: z.string(),
      /** One inside it, WGS 84; null where the data know none. */
      point: z.strictObject({ lon: z.number(), lat: z.number() }).nullable(),
      /** First and last local day; null: no end is known. */
      validFrom: z.iso.date().nullable(),
      validUntil: z.iso.date().nullable(),
      /** Units of the next division that took over its ground, and of the one before whose ground it took over. */
      successors: z.array(AreaCode),
      predecessors: z.array(AreaCode),
    }),
  ),
});

export const StaffBody = z.strictObject({
  subject: z.string(),
  name: z.string(),
  role: StaffRole,
  department: DepartmentCode.nullable(),
  active: z.boolean(),
});

/** Who I am here and what I may call. */
export const Me = StaffBody.extend({ operations: z.array(z.string()) });

export const StaffParams = z.strictObject({
  /** Subject of the person's access token; a machine's client id. */
  subject: z.string().regex(/^[\x21-\x7e]{1,128}$/),
});
export const PutStaffRequest = z.strictObject({
  name: PersonName,
  role: StaffRole,
  department: DepartmentCode.nullable(),
  active: z.boolean().default(true),
});
export const StaffQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(PAGE_DEFAULT),
  after: z.string().max(128).optional(),
});
export const StaffPage = z.strictObject({
  staff: z.array(StaffBody),
  next: z.string().nullable(),
});
