import * as z from 'zod';
import { DistrictCode, Ward2025Code } from './area.ts';

const HospitalCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{0,31}$/)
  .brand<'HospitalCode'>();

/** A hospital that the 115 line may name or send to. */
export const Hospital = z.strictObject({
  code: HospitalCode,
  name: z.string().min(1),
  nameEn: z.string().min(1),
  kind: z.enum([
    'public-provincial',
    'public-district',
    'public-specialty',
    'semi-public',
    'military',
    'private',
    'private-obgyn',
  ]),
  address: z.string().min(1),
  districtCode: DistrictCode,
  ward2025Code: Ward2025Code,
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  /** approx: estimated from the address, within `accuracyM`; not surveyed. */
  coordSource: z.enum(['approx', 'public-source-file']),
  accuracyM: z.number().positive(),
  inExpectedWard: z.boolean(),
  /** A modelling choice, not sourced: see the note of the file. */
  receives115: z.boolean(),
  beds: z.int().positive().optional(),
});
export type Hospital = z.infer<typeof Hospital>;
