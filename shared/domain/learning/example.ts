import * as z from 'zod';
import { Instant } from '../case.ts';
import { ServiceCode } from '../service-catalog.ts';

/**
 * How people made the label of a case, strongest last: as it was proposed, or where nothing was; other than proposed; after a
 * department had sent it back as another service.
 */
export const EXAMPLE_KINDS = ['confirmed', 'corrected', 'returned'] as const;

/** Words of a settled case with the service that people found for them. Holds no personal data, and does not name its case. */
export const Example = z.strictObject({
  /** From the id of the case, under the deployment's secret: the same case gives the same example again, and a list of cases finds none. */
  key: z.string().min(1),
  text: z.string().min(1),
  service: ServiceCode,
  kind: z.enum(EXAMPLE_KINDS),
  /** Of the staff: who gave it that service. What one person says must not decide alone. */
  by: z.string().min(1),
});
export type Example = z.infer<typeof Example>;

/** What one run found. */
export const ExampleBatch = z.strictObject({
  collectedAt: Instant,
  examples: z.array(Example),
});
export type ExampleBatch = z.infer<typeof ExampleBatch>;

/** An example with the time of its batch. */
export interface CollectedExample extends Example {
  readonly collectedAt: Instant;
}
