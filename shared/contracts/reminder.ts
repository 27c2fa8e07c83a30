import * as z from 'zod';
import { Case, ClockKind, Instant } from '../domain/case.ts';
import { REMINDER_KINDS } from '../domain/reminder-audience.ts';
import { Recipient } from '../domain/ladder.ts';
import { DepartmentCode } from '../domain/department.ts';
import { PAGE_DEFAULT, PAGE_LIMIT, WorklistRowBody } from './case.ts';

const limit = z.coerce.number().int().min(1).max(PAGE_LIMIT).default(PAGE_DEFAULT);

export const RemindersQuery = z.strictObject({ limit, cursor: z.string().max(2_000).optional() });

const { caseId, trackingCode, priority, serviceCode, areaCode, summary } = Case.shape;

export const RemindersBody = z.strictObject({
  /** Latest first. */
  reminders: z.array(
    z.strictObject({
      caseId,
      trackingCode,
      priority,
      serviceCode,
      areaCode,
      summary,
      clock: ClockKind,
      kind: z.enum(REMINDER_KINDS),
      /** 0 while there is time, 1 from the deadline on, then one more with each rung of the ladder. */
      level: z.int(),
      tell: Recipient,
      dueAt: Instant,
      /** From when it is shown: people are told in their working hours. */
      tellAt: Instant,
    }),
  ),
  /** Send it back as `cursor` for the next page; null on the last one. */
  next: z.string().nullable(),
});

export const UrgentQuery = z.strictObject({ limit });

export const UrgentBody = z.strictObject({
  /** By deadline, whoever has them. */
  cases: z.array(
    WorklistRowBody.extend({
      /** Whose list it stands in. */
      owner: z.union([z.literal('desk'), DepartmentCode]),
    }),
  ),
});
