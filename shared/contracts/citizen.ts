import * as z from 'zod';
import { CaseStatus, Instant } from '../domain/case.ts';
import { commands } from '../domain/commands.ts';
import { NoteText, PhoneLast4 } from './text.ts';

export const TrackingParams = z.strictObject({ trackingCode: z.string().min(1).max(40) });

const Named = z.strictObject({ name: z.string(), nameEn: z.string() });

/** What anybody with the code may see: state and answer, nothing about a person. */
export const CaseStatusBody = z.strictObject({
  trackingCode: z.string(),
  /** Others had reported the same: status, department, dates and answer are those of the incident that it was merged into. */
  follows: z.boolean(),
  status: CaseStatus,
  /** `Đang xử lý` / `In progress`. */
  statusName: Named,
  service: Named.nullable(),
  /** The lead department. */
  department: Named.nullable(),
  receivedAt: Instant,
  /** The deadline in force: an extension moves it, a committed date does not. Null before a department has the case. */
  answerDueAt: Instant.nullable(),
  /** How often it was extended. */
  extensions: z.int(),
  /** The date that the department committed itself to when the deadline had passed. */
  committedAt: Instant.nullable(),
  /** What the citizen was asked; null unless the case waits for them. */
  question: z.string().nullable(),
  /** The latest answer. */
  answer: z
    .strictObject({
      round: z.int(),
      at: Instant,
      text: z.string(),
      judgement: z.string().nullable(),
      /** Until when it may be judged; null when it no longer may. */
      judgeBefore: Instant.nullable(),
    })
    .nullable(),
});

export const DetailsRequest = z.strictObject({ phoneLast4: PhoneLast4 });

export const CitizenDetails = CaseStatusBody.extend({
  name: z.string().nullable(),
  /** All but the last four digits are masked. */
  phone: z.string().nullable(),
  address: z.string().nullable(),
  description: z.string(),
  place: z.string().nullable(),
});

export const RateRequest = commands.rate.extend({ text: NoteText.optional() });
export const ReopenRequest = z.strictObject({ text: NoteText });
export const WithdrawRequest = z.strictObject({
  phoneLast4: PhoneLast4,
  text: NoteText.optional(),
});
