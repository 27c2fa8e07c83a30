import * as z from 'zod';
import { CaseClass, ServiceCode } from '../../service-catalog.ts';

/** A text of an author who had not seen the training texts, with what it is. */
export const JudgedText = z.strictObject({
  id: z.string(),
  text: z.string().min(1),
  class: CaseClass,
  service: ServiceCode,
  style: z.enum(['accented', 'unaccented', 'shorthand', 'agent', 'long']),
});
export type JudgedText = z.infer<typeof JudgedText>;
