import * as z from 'zod';
import { AreaCode, DistrictCode } from './area.ts';
import { CallBackOutcome, CaseId, Instant, Judgement, ReturnReason } from './case.ts';
import { Priority } from './channel.ts';
import { DepartmentCode } from './department.ts';
import { proposal } from './proposal.ts';
import { CaseClass, ServiceCode } from './service-catalog.ts';

/** What each action needs beside the case and the actor. Free text travels apart: it is sealed before it is stored. */
export const commands = {
  classify: z.strictObject({
    class: CaseClass.optional(),
    serviceCode: ServiceCode.optional(),
    areaCode: AreaCode.nullable().optional(),
    priority: Priority.optional(),
    summary: z.string().nullable().optional(),
  }),
  /** What the machine thinks of a message that came without a draft, and whether it waits for a person. */
  propose: z.strictObject(proposal),
  /** Without a lead the service catalogue decides, or says that a person must. */
  route: z.strictObject({
    lead: DepartmentCode.optional(),
    supporting: z.array(DepartmentCode).max(10).optional(),
    /** The district that words or a point told, where the ward of the case lay in several. */
    districtCode: DistrictCode.optional(),
  }),
  return: z.strictObject({ reason: ReturnReason, proposed: DepartmentCode.nullable().optional() }),
  accept: z.strictObject({}),
  'ask-citizen': z.strictObject({}),
  resume: z.strictObject({}),
  /** Once the deadline has passed, a report comes with a new date. */
  'report-progress': z.strictObject({ committedAt: Instant.optional() }),
  extend: z.strictObject({ answerDueAt: Instant }),
  'answer-part': z.strictObject({}),
  /** Parts that are still open must be named: an answer never drops one silently. */
  answer: z.strictObject({ releasedParts: z.array(DepartmentCode).max(10).optional() }),
  rate: z.strictObject({ round: z.int().min(1), judgement: Judgement }),
  'call-back': z.strictObject({
    outcome: CallBackOutcome,
    /** When the citizen asked to be called; without it the jurisdiction's rule says when. */
    againAt: Instant.optional(),
  }),
  reopen: z.strictObject({}),
  close: z.strictObject({}),
  reject: z.strictObject({}),
  merge: z.strictObject({ into: CaseId }),
  unmerge: z.strictObject({}),
  withdraw: z.strictObject({}),
  escalate: z.strictObject({}),
  'raise-alarm': z.strictObject({}),
  'move-deadlines': z.strictObject({}),
  note: z.strictObject({}),
} as const;

export type Commands = { readonly [A in keyof typeof commands]: z.infer<(typeof commands)[A]> };
