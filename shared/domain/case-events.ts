import * as z from 'zod';
import { Actor } from './actor.ts';
import { AreaCode } from './area.ts';
import { CalendarVersion } from './calendar-version.ts';
import {
  CallBackOutcome,
  CaseId,
  CaseStatus,
  ClockKind,
  CloseReason,
  Instant,
  Judgement,
  JurisdictionId,
  Part,
  ReturnReason,
} from './case.ts';
import { Channel, Priority } from './channel.ts';
import { DepartmentCode } from './department.ts';
import { Recipient } from './ladder.ts';
import { proposal } from './proposal.ts';
import { Proposed } from './proposed.ts';
import { Attributes, RuleCode } from './routing-names.ts';
import { CaseClass, ServiceCode } from './service-catalog.ts';
import { Arbiter } from './sla-rules.ts';

const classification = {
  class: CaseClass.nullable(),
  serviceCode: ServiceCode.nullable(),
  areaCode: AreaCode.nullable(),
};

/** Left out of events that were stored before calendars had versions: the bundled one made their deadlines. */
const byCalendar = { calendarVersion: CalendarVersion.optional() };

/** What reaching a rung of a clock's ladder means. */
export const ALARM_KINDS = ['at_risk', 'missed', 'escalated', 'silence'] as const;

/**
 * What happened to a case, in the past tense. Everything a later reader needs to rebuild the case is here, computed
 * once: deadlines are stored, never derived again. No free text and no personal data: `textHash` in the envelope
 * commits to the sealed text that lies beside the event (docs/adr/0006).
 */
export const EventBody = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('CaseLogged'),
    ...classification,
    trackingCode: z.string(),
    channel: Channel,
    priority: Priority,
    summary: z.string().nullable(),
    /** Left out where there are none, and of events that were stored before there were any. */
    attributes: Attributes.optional(),
    proposed: Proposed.optional(),
    /** Left out where the caller comes back to nothing, and of events of before that was looked for. */
    repeats: CaseId.optional(),
    receivedAt: Instant,
    handOffDueAt: Instant,
  }),
  z.strictObject({
    type: z.literal('CaseClassified'),
    ...classification,
    priority: Priority,
    summary: z.string().nullable(),
  }),
  /** Of a message that nobody drafted, by the system alone. It classifies nothing. */
  z.strictObject({ type: z.literal('CaseProposed'), ...proposal }),
  z.strictObject({
    type: z.literal('CaseRouted'),
    lead: DepartmentCode,
    answerDueAt: Instant,
    parts: z.array(Part),
    /** The rule that chose the departments; left out where the catalogue or a person did. */
    rule: RuleCode.optional(),
    /** Said where a person named the lead. */
    named: z.literal(true).optional(),
    ...byCalendar,
  }),
  z.strictObject({
    type: z.literal('CaseReturned'),
    reason: ReturnReason,
    proposed: DepartmentCode.nullable(),
    lostMs: z.int().min(0),
    handOffDueAt: Instant,
    /** Who must decide where it goes, because departments disagree, and from when on they are told; else left out. */
    tell: Arbiter.optional(),
    tellAt: Instant.optional(),
  }),
  z.strictObject({ type: z.literal('CaseAccepted') }),
  z.strictObject({ type: z.literal('CitizenAsked') }),
  z.strictObject({
    type: z.literal('CaseResumed'),
    /** Null when no answer clock runs yet: the desk itself had asked. */
    answerDueAt: Instant.nullable(),
    parts: z.array(Part),
    handOffDueAt: Instant,
    ...byCalendar,
  }),
  z.strictObject({
    type: z.literal('ProgressReported'),
    /** The new date that is promised once the deadline has passed. */
    committedAt: Instant.optional(),
  }),
  z.strictObject({ type: z.literal('DeadlineExtended'), answerDueAt: Instant, ...byCalendar }),
  z.strictObject({
    type: z.literal('DeadlinesMoved'),
    answerDueAt: Instant,
    parts: z.array(Part),
    calendarVersion: CalendarVersion,
  }),
  z.strictObject({ type: z.literal('PartAnswered'), department: DepartmentCode }),
  z.strictObject({
    type: z.literal('CaseAnswered'),
    /** Null: answered at the desk. */
    answeredBy: DepartmentCode.nullable(),
    /** Open parts that this answer does without, said in so many words. */
    releasedParts: z.array(DepartmentCode),
  }),
  z.strictObject({
    type: z.literal('AnswerRated'),
    round: z.int().min(1),
    judgement: Judgement,
  }),
  z.strictObject({
    type: z.literal('CallBackFailed'),
    round: z.int().min(1),
    /** 1 for the first of the round. */
    attempt: z.int().min(1),
    outcome: CallBackOutcome,
    /** When to call again; null after the last attempt. */
    againAt: Instant.nullable(),
  }),
  z.strictObject({
    type: z.literal('CaseReopened'),
    answerDueAt: Instant.nullable(),
    handOffDueAt: Instant,
    parts: z.array(Part),
    ...byCalendar,
  }),
  z.strictObject({ type: z.literal('CaseClosed'), closeReason: CloseReason }),
  z.strictObject({ type: z.literal('CaseRejected') }),
  z.strictObject({ type: z.literal('CaseMerged'), into: CaseId }),
  z.strictObject({
    type: z.literal('CaseUnmerged'),
    /** The incident that it followed. */
    from: CaseId,
    handOffDueAt: Instant,
  }),
  z.strictObject({ type: z.literal('CaseWithdrawn') }),
  z.strictObject({ type: z.literal('CaseEscalated'), level: z.int().min(1) }),
  z.strictObject({
    type: z.literal('AlarmRaised'),
    clock: ClockKind,
    department: DepartmentCode.nullable(),
    /** The deadline whose ladder this is. */
    dueAt: Instant,
    rung: z.int().min(1),
    kind: z.enum(ALARM_KINDS),
    /** 0 while there is time, 1 from the deadline on, then one more with each rung. */
    level: z.int().min(0),
    /** When the rung was truly reached; the event itself may come later. */
    reachedAt: Instant,
    tell: Recipient,
    /** From when it is shown to them: people are told in their working hours. */
    tellAt: Instant,
  }),
  z.strictObject({ type: z.literal('NoteAdded') }),
]);
export type EventBody = z.infer<typeof EventBody>;
export type EventType = EventBody['type'];

export const CaseEvent = z.strictObject({
  jurisdictionId: JurisdictionId,
  caseId: CaseId,
  /** 1..n without gaps. */
  version: z.int().min(1),
  at: Instant,
  by: Actor,
  /** The status that the case has after it. */
  status: CaseStatus,
  body: EventBody,
  /** Hash of the sealed text beside the event; null when nothing was written. */
  textHash: z.string().nullable(),
  /** Fingerprint of the request that made it, so that a retry is recognised. */
  requestHash: z.string(),
  previousHash: z.string().nullable(),
  hash: z.string(),
});
export type CaseEvent = z.infer<typeof CaseEvent>;

/** An event before it takes its place in the chain. */
export type DraftEvent = Omit<CaseEvent, 'previousHash' | 'hash'>;
