import * as z from 'zod';
import { AreaCode } from './area.ts';
import { DepartmentCode } from './department.ts';
import { RuleCode } from './routing-names.ts';
import { ServiceCode } from './service-catalog.ts';

/**
 * What the machine proposed for a draft, as the case remembers it: short, because it stands in the head of every case. What
 * people decide afterwards is its fate (docs/adr/0009-proposals.md).
 */
export const Proposed = z.strictObject({
  /** Version of the classifier. */
  model: z.string().min(1).max(24),
  /** Null where it could not tell. */
  service: ServiceCode.nullable(),
  area: AreaCode.nullable(),
  lead: DepartmentCode.nullable(),
  rule: RuleCode.nullable(),
  /** Whether it was sure enough not to ask a person. */
  sure: z.boolean(),
});
export type Proposed = z.infer<typeof Proposed>;
