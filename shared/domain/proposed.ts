import * as z from 'zod';
import { AreaCode } from './area.ts';
import { DepartmentCode } from './department.ts';
import type { RouteProposal } from './routing.ts';
import { RuleCode } from './routing-names.ts';
import { ServiceCode } from './service-catalog.ts';

/**
 * What the machine proposed for a draft or a message, as the case remembers it: short, because it stands in the head of every case. What
 * people decide afterwards is its fate (docs/adr/0009-proposals.md).
 */
export const Proposed = z.strictObject({
  /** Who proposed it: the version of the classifier, or the model that gave a second opinion. */
  model: z.string().min(1).max(64),
  /** Null where it could not tell. */
  service: ServiceCode.nullable(),
  area: AreaCode.nullable(),
  lead: DepartmentCode.nullable(),
  rule: RuleCode.nullable(),
  /** Whether it was sure enough not to ask a person. */
  sure: z.boolean(),
});
export type Proposed = z.infer<typeof Proposed>;

/** With the departments that the route would give it. */
export const proposedAs = (
  opinion: Pick<Proposed, 'model' | 'service' | 'area' | 'sure'>,
  route: RouteProposal,
): Proposed => ({
  ...opinion,
  lead: route.decided && route.to === 'departments' ? route.lead : null,
  rule: route.rule,
});
