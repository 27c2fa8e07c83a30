import * as z from 'zod';
import { DistrictCode } from './area.ts';

/** `SGTVT`, `TDM`: short form of the Vietnamese name, as the departments write it themselves. */
export const DepartmentCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{0,15}$/)
  .brand<'DepartmentCode'>();
export type DepartmentCode = z.infer<typeof DepartmentCode>;

/** A focal point (đầu mối) that cases are routed to. */
export const Department = z.strictObject({
  code: DepartmentCode,
  name: z.string().min(1),
  nameEn: z.string().min(1),
  /** district: the People's Committee of the district in `districtCode`. */
  kind: z.enum(['department', 'district', 'agency', 'utility']),
  districtCode: DistrictCode.optional(),
  /** False: takes no new cases and is named by no rule; those it has stay its own. */
  active: z.boolean().optional(),
  /** What a bundled row rests on: the full roster was never published. Who enters one rests on their own word. */
  evidence: z
    .enum(['sourced', 'sourced-name', 'sourced-channel', 'standard-structure', 'plausible'])
    .optional(),
});
export type Department = z.infer<typeof Department>;

/** Of a department or a service: whether it takes new cases. */
export const isActive = ({ active }: { readonly active?: boolean | undefined }): boolean =>
  active !== false;
