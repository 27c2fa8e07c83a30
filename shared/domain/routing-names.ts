import * as z from 'zod';

/** `vsip-by-name`: what a decision and its figures are stored with, so it is never given to another rule. */
export const RuleCode = z
  .string()
  .max(48)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .brand<'RuleCode'>();
export type RuleCode = z.infer<typeof RuleCode>;

/** What a channel knows of a case beside its words: the fields that an Open311 service asks for, the line of a bus. */
export const AttributeName = z
  .string()
  .max(32)
  .regex(/^[a-z][a-z0-9_]*$/);
export const Attributes = z
  .record(AttributeName, z.string().min(1).max(64))
  .refine((attributes) => Object.keys(attributes).length <= 8, 'at most 8 attributes');
export type Attributes = z.infer<typeof Attributes>;
