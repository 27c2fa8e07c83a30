import * as z from 'zod';
import { AreaCode } from './area.ts';
import { Channel, Priority } from './channel.ts';
import { DepartmentCode } from './department.ts';
import { AttributeName, RuleCode } from './routing-names.ts';
import { CaseClass, DISTRICT_LEAD, HOTLINE_LEAD, ServiceCode } from './service-catalog.ts';

/** A case is routed while its caller is on the line, and each rule is one more thing to explain. */
export const RULES_MAX = 500;
/** Of one condition. */
const VALUES_MAX = 200;
const WORDS_MAX = 60;

const some = <S extends z.ZodType>(value: S) => z.array(value).min(1).max(VALUES_MAX);

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** All conditions that are given must hold; of the values of one condition, any. */
export const RuleConditions = z.strictObject({
  classes: some(CaseClass).optional(),
  services: some(ServiceCode).optional(),
  /** Groups of the service catalogue. */
  groups: some(z.string().min(1).max(64)).optional(),
  /** A district stands for all its communes. */
  areas: some(AreaCode).optional(),
  /** Words or phrases of the description or the place; marks, case and spaces make no difference, whole words do. */
  words: some(
    z
      .string()
      .trim()
      .min(2)
      .max(WORDS_MAX)
      .regex(/[\p{L}\p{N}]/u),
  ).optional(),
  /** Local time of receipt: from the first minute to before the last; `22:00`–`06:00` goes over midnight. */
  timeOfDay: z
    .strictObject({ from: TimeOfDay, until: TimeOfDay })
    .refine(({ from, until }) => from !== until, 'a span of no minutes never matches')
    .optional(),
  /** A make-up Saturday is a working day, a holiday is a day off. */
  dayKind: z.enum(['working_day', 'day_off']).optional(),
  priorities: some(Priority).optional(),
  channels: some(Channel).optional(),
  attributes: z
    .record(AttributeName, some(z.string().min(1).max(64)))
    .refine((values) => Object.keys(values).length > 0, 'no attribute is no condition')
    .optional(),
});
export type RuleConditions = z.infer<typeof RuleConditions>;

/** `@district` is the committee of the case's place, `@hotline` the desk itself. */
export const RoutingRule = z.strictObject({
  code: RuleCode,
  name: z.string().min(1).max(120),
  nameEn: z.string().min(1).max(120),
  when: RuleConditions.refine(
    (conditions) => Object.keys(conditions).length > 0,
    'a rule without conditions would decide every case',
  ),
  lead: z.union([z.literal(DISTRICT_LEAD), z.literal(HOTLINE_LEAD), DepartmentCode]),
  supporting: z
    .array(z.union([z.literal(DISTRICT_LEAD), DepartmentCode]))
    .max(10)
    .default([]),
});
export type RoutingRule = z.infer<typeof RoutingRule>;

/** In order: the first that matches decides. What none decides goes by the service catalogue. */
export const RoutingRules = z.array(RoutingRule).max(RULES_MAX);
export type RoutingRules = z.infer<typeof RoutingRules>;
