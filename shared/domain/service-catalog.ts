import * as z from 'zod';
import { DepartmentCode } from './department.ts';
import { Target } from './sla-target.ts';

/** thủ tục hành chính, phản ánh hiện trường, thông tin: the three kinds that the hotline counts apart. */
export const CaseClass = z.enum(['procedure', 'field_report', 'information']);
export type CaseClass = z.infer<typeof CaseClass>;

export const ServiceCode = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .brand<'ServiceCode'>();
export type ServiceCode = z.infer<typeof ServiceCode>;

/** The People's Committee of the district in which the case lies. */
export const DISTRICT_LEAD = '@district';
/** No department: the hotline desk answers it. */
export const HOTLINE_LEAD = '@hotline';

/** A kind of matter that the jurisdiction handles. */
export const Service = z.strictObject({
  code: ServiceCode,
  class: CaseClass,
  name: z.string().min(1),
  nameEn: z.string().min(1),
  group: z.string().min(1),
  lead: z.union([z.literal(DISTRICT_LEAD), z.literal(HOTLINE_LEAD), DepartmentCode]),
  supporting: z.array(DepartmentCode),
  /** Time to a final answer. */
  target: Target,
  /** For the supporting departments' parts; without it the jurisdiction's share of `target`. */
  supportingTarget: Target.optional(),
  urgent: z.boolean().optional(),
  /** False: no new case is of it and nobody is proposed it; those that are stay so, and keep its name. */
  active: z.boolean().optional(),
});
export type Service = z.infer<typeof Service>;

/** Under which the desk finds services and figures add them up. */
export const NamedGroup = z.strictObject({
  code: z.string().min(1),
  name: z.string().min(1),
  nameEn: z.string().min(1),
});
export type NamedGroup = z.infer<typeof NamedGroup>;

export const NamedClass = z.strictObject({
  code: CaseClass,
  name: z.string().min(1),
  nameEn: z.string().min(1),
});
export type NamedClass = z.infer<typeof NamedClass>;
