import * as z from 'zod';
import { AreaCode } from './area.ts';
import { CalendarVersion } from './calendar-version.ts';
import { Channel, Priority } from './channel.ts';
import { DepartmentCode } from './department.ts';
import { Proposed } from './proposed.ts';
import { Attributes, RuleCode } from './routing-names.ts';
import { CaseClass, ServiceCode } from './service-catalog.ts';

export const JurisdictionId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,31}$/)
  .brand<'JurisdictionId'>();
export type JurisdictionId = z.infer<typeof JurisdictionId>;

/** 26 letters and digits (130 bits), derived from who logged it and their idempotency key. */
export const CaseId = z
  .string()
  .regex(/^[a-z2-7]{26}$/)
  .brand<'CaseId'>();
export type CaseId = z.infer<typeof CaseId>;

/** UTC, ISO 8601 with milliseconds: sorts as text. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;

export const CASE_STATUSES = [
  'received',
  'routed',
  'in_progress',
  'awaiting_citizen',
  'answered',
  'closed',
] as const;
export const CaseStatus = z.enum(CASE_STATUSES);
export type CaseStatus = z.infer<typeof CaseStatus>;

export const CloseReason = z.enum([
  'judged',
  'judging_window_passed',
  'rejected',
  'duplicate',
  'withdrawn',
  'citizen_silent',
]);
export type CloseReason = z.infer<typeof CloseReason>;

/** hài lòng, chấp nhận được, không hài lòng. The first two are satisfactory. */
export const Judgement = z.enum(['satisfied', 'acceptable', 'unsatisfied']);
export type Judgement = z.infer<typeof Judgement>;

/** A supporting department's share of the case. The lead's share is the case itself. */
export const Part = z.strictObject({
  department: DepartmentCode,
  /** open: owed; answered: given; released: the lead or the desk said, with a reason, that it is not needed. */
  status: z.enum(['open', 'answered', 'released']),
  dueAt: Instant,
  assignedAt: Instant,
  answeredAt: Instant.nullable(),
});
export type Part = z.infer<typeof Part>;

/** One answer and at most one judgement of it. */
export const Round = z.strictObject({
  number: z.int().min(1),
  answeredAt: Instant,
  /** Null: answered at the desk. */
  answeredBy: DepartmentCode.nullable(),
  judgement: Judgement.nullable(),
  judgedAt: Instant.nullable(),
});
export type Round = z.infer<typeof Round>;

export const ReturnReason = z.enum([
  'wrong_department',
  'wrong_place',
  'not_enough_information',
  'out_of_scope',
  'other',
]);
export type ReturnReason = z.infer<typeof ReturnReason>;

/** A department sending the case back as not its own. */
export const Hop = z.strictObject({
  number: z.int().min(1),
  from: DepartmentCode,
  reason: ReturnReason,
  proposed: DepartmentCode.nullable(),
  at: Instant,
  /** Milliseconds between routing and return, round the clock. */
  lostMs: z.int().min(0),
});
export type Hop = z.infer<typeof Hop>;

/** The first routing of a case, by which it is judged whether it was right. */
export const FirstRoute = z.strictObject({
  lead: DepartmentCode,
  by: z.string(),
  /** The rule that chose; null where the catalogue or a person did. */
  rule: RuleCode.nullable(),
  /** True where a person named the lead; null costs a head nothing. */
  named: z.literal(true).nullable(),
  /** What it was sent as, where it has become another service since. */
  service: ServiceCode.nullable(),
});
export type FirstRoute = z.infer<typeof FirstRoute>;

/** A time in which the case waited for the citizen; `until` is null while it still does. */
export const WaitingTime = z.strictObject({ from: Instant, until: Instant.nullable() });
export type WaitingTime = z.infer<typeof WaitingTime>;

/** `answer` is the lead's; `silence` runs while the citizen is asked. */
export const CLOCK_KINDS = ['hand_off', 'answer', 'part', 'silence'] as const;
export const ClockKind = z.enum(CLOCK_KINDS);
export type ClockKind = z.infer<typeof ClockKind>;

/** The last rung that was raised of a clock, for the deadline that it had then. */
export const Alarm = z.strictObject({
  clock: ClockKind,
  /** Whose clock it is; null at the desk. */
  department: DepartmentCode.nullable(),
  dueAt: Instant,
  rung: z.int().min(1),
});
export type Alarm = z.infer<typeof Alarm>;

export const CallBackOutcome = z.enum(['no_answer', 'call_later']);

/** Calls to the citizen for a judgement of an answer that found nobody to give it. */
export const CallBacks = z.strictObject({
  /** Those of an earlier round are of no interest. */
  round: z.int().min(1),
  attempts: z.int().min(1),
  /** When to call again; null when it was tried often enough. */
  againAt: Instant.nullable(),
});
export type CallBacks = z.infer<typeof CallBacks>;

/** One citizen matter from intake to judgement. Holds no personal data. */
export const Case = z.strictObject({
  jurisdictionId: JurisdictionId,
  caseId: CaseId,
  trackingCode: z.string(),
  /** Number of its latest event. */
  version: z.int().min(1),
  /** Of that event. Nothing that happens to it later may be dated before. */
  changedAt: Instant,
  status: CaseStatus,
  /** Where it returns to when the citizen has answered. */
  statusBeforeWaiting: z.enum(['received', 'in_progress']).nullable(),
  class: CaseClass.nullable(),
  serviceCode: ServiceCode.nullable(),
  areaCode: AreaCode.nullable(),
  channel: Channel,
  priority: Priority,
  /** A line written by staff for lists; no personal data belongs in it. */
  summary: z.string().nullable(),
  /** What its channel knows of it beside the words; rules may look at it. */
  attributes: Attributes,
  /** What the machine had proposed when it was logged; null when nobody asked. */
  proposed: Proposed.nullable(),
  receivedAt: Instant,
  /** Origin of the answer clock: receipt, or the latest reopening. */
  clockStartedAt: Instant,
  /** Reopenings before the latest, which started the answer clock. */
  formerReopenings: z.array(Instant),
  handOffDueAt: Instant,
  /** First routing to departments: the case counts as forwarded on that day. */
  forwardedAt: Instant.nullable(),
  /** What the first routing was, by which its accuracy is judged; null before it. */
  firstRoute: FirstRoute.nullable(),
  /** Latest routing; returns measure their lost time from it. */
  routedAt: Instant.nullable(),
  /** When the desk last gave it away: routing once more while departments have it is no hand-off. */
  handedOffAt: Instant.nullable(),
  answerDueAt: Instant.nullable(),
  /** The calendar that made the answer deadlines, the lead's and those of the parts; null before there are any. */
  calendarVersion: CalendarVersion.nullable(),
  /** What the lead promised in a progress report after its deadline had passed. The deadline stays missed. */
  committedAt: Instant.nullable(),
  lead: DepartmentCode.nullable(),
  parts: z.array(Part),
  waiting: z.array(WaitingTime),
  rounds: z.array(Round),
  /** Null until a call failed. */
  callBacks: CallBacks.nullable(),
  hops: z.array(Hop),
  extensions: z.int().min(0),
  escalationLevel: z.int().min(0),
  alarms: z.array(Alarm),
  closeReason: CloseReason.nullable(),
  closedAt: Instant.nullable(),
  /** When it was closed before it was reopened or taken apart again. */
  formerClosures: z.array(Instant),
  mergedInto: CaseId.nullable(),
  /** The caller's earlier case that the desk had answered, on the same service and not long before: the matter came back. */
  repeats: CaseId.nullable(),
});
export type Case = z.infer<typeof Case>;

export const latestRound = ({ rounds }: Pick<Case, 'rounds'>): Round | undefined => rounds.at(-1);

/** What nobody waits for any more shows as released, not as done, and never vanishes. */
export const releasedIfOpen = (part: Part): Part =>
  part.status === 'open' ? { ...part, status: 'released' } : part;

/** Since when the clocks had stood still at that instant, as the citizen was asked; undefined while they ran. */
export const stoodStillSince = (
  { waiting }: Pick<Case, 'waiting'>,
  at: Instant,
): Instant | undefined =>
  waiting.find(({ from, until }) => from < at && (until === null || at < until))?.from;

/** Departments that take part: the lead first. A released part keeps its right to read. */
export const participants = ({ lead, parts }: Pick<Case, 'lead' | 'parts'>): DepartmentCode[] => [
  ...(lead === null ? [] : [lead]),
  ...parts.map((part) => part.department),
];
