import * as z from 'zod';

/** Codes of the General Statistics Office: three digits for a district, five for a commune, ward or town. */
export const DistrictCode = z
  .string()
  .regex(/^\d{3}$/)
  .brand<'DistrictCode'>();
export type DistrictCode = z.infer<typeof DistrictCode>;

/** Where a case lies: a commune, or a whole district when no more is known. */
export const AreaCode = z
  .string()
  .regex(/^(\d{3}|\d{5})$/)
  .brand<'AreaCode'>();
export type AreaCode = z.infer<typeof AreaCode>;

/** Codes of 2025 repeat commune codes for other boundaries, so they are a kind of their own and no AreaCode. */
const Ward2025Code = z
  .string()
  .regex(/^\d{5}$/)
  .brand<'Ward2025Code'>();
type Ward2025Code = z.infer<typeof Ward2025Code>;

const named = { name: z.string().min(1), nameEn: z.string().min(1) };
/** A point inside the unit, WGS 84. */
const point = { lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) };

export const District = z.strictObject({
  code: DistrictCode,
  ...named,
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
  name: z.string().min(1),
  /** Wards of 2025 that took over its ground. */
  successors: z.array(Ward2025Code).min(1),
});
export type Commune = z.infer<typeof Commune>;

/** The units that replaced the communes on 1 July 2025, when the district level was abolished. */
export const Ward2025 = z.strictObject({
  code: Ward2025Code,
  ...named,
  ...point,
  areaKm2: z.number().positive(),
  formerDistricts: z.array(DistrictCode).min(1),
});
export type Ward2025 = z.infer<typeof Ward2025>;
