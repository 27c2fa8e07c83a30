import * as z from 'zod';

/** Codes of the General Statistics Office: three digits for a district, five for a commune, ward or town. */
export const DistrictCode = z
  .string()
  .regex(/^\d{3}$/)
  .brand<'DistrictCode'>();
export type DistrictCode = z.infer<typeof DistrictCode>;

/**
 * Where a case lies: a commune or ward, or a whole district when no more is known. The official codes of 2025 repeat
 * commune codes for other boundaries, so a unit of a later division has its year behind its code: `25747-2025`.
 */
export const AreaCode = z
  .string()
  .regex(/^(\d{3}|\d{5}(-\d{4})?)$/)
  .brand<'AreaCode'>();
export type AreaCode = z.infer<typeof AreaCode>;

/** The official code of a unit of 2025; cases carry `areaCodeOfWard`. */
export const Ward2025Code = z
  .string()
  .regex(/^\d{5}$/)
  .brand<'Ward2025Code'>();
type Ward2025Code = z.infer<typeof Ward2025Code>;

/** Has the form of an AreaCode by that of its own; parsing 36 of them would lengthen every start. */
export const areaCodeOfWard = (code: Ward2025Code): AreaCode => `${code}-2025` as AreaCode;

const named = { name: z.string().min(1), nameEn: z.string().min(1) };
/** A point inside the unit, WGS 84. */
const point = { lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) };

/** Local days on which a unit begins and ends, both its own; left out where the data go no further. */
const validity = { validFrom: z.iso.date().optional(), validUntil: z.iso.date().optional() };

export const District = z.strictObject({
  code: DistrictCode,
  ...named,
  ...validity,
  ...point,
  areaKm2: z.number().positive(),
  /** West, south, east, north. */
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});
export type District = z.infer<typeof District>;

export const Commune = z.strictObject({
  code: z
    .string()
    .regex(/^\d{5}$/)
    .pipe(AreaCode),
  districtCode: DistrictCode,
  ...named,
  ...validity,
  /** Wards of 2025 that took over its ground. */
  successors: z.array(Ward2025Code).min(1),
});
export type Commune = z.infer<typeof Commune>;

/** The units that replaced the communes on 1 July 2025, when the district level was abolished. */
export const Ward2025 = z.strictObject({
  code: Ward2025Code,
  ...named,
  ...validity,
  ...point,
  areaKm2: z.number().positive(),
  /** Districts whose ground it took over; often several. */
  formerDistricts: z.array(DistrictCode).min(1),
});
export type Ward2025 = z.infer<typeof Ward2025>;
