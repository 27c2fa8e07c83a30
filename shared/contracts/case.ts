import * as z from 'zod';
import { Actor } from '../domain/actor.ts';
import { AreaCode } from '../domain/area.ts';
import { Case, CaseId, CaseStatus, ClockKind, Instant } from '../domain/case.ts';
import { Channel, Priority } from '../domain/channel.ts';
import { CASE_ACTIONS } from '../domain/case-lifecycle.ts';
import { CLOCK_STATES } from '../domain/clock-readings.ts';
import { EventBody } from '../domain/case-events.ts';
import { DepartmentCode } from '../domain/department.ts';
import { RuleCode } from '../domain/routing-names.ts';
import { Target } from '../domain/sla-target.ts';
import { CaseClass, ServiceCode } from '../domain/service-catalog.ts';

/** Most that one page may hold. */
export const PAGE_LIMIT = 100;
export const PAGE_DEFAULT = 25;

export const CaseParams = z.strictObject({ caseId: CaseId });

export const WorklistQuery = z.strictObject({
  status: CaseStatus.exclude(['closed']).default('received'),
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(PAGE_DEFAULT),
  cursor: z.string().max(2_000).optional(),
});

/** The case as the API shows it: codes here, names in the directory. */
export const CaseBody = Case.omit({ jurisdictionId: true });

/** The rule that chose; null where the service catalogue did. */
const rule = RuleCode.nullable();

export const RouteProposalBody = z.union([
  z.strictObject({
    decided: z.literal(true),
    to: z.literal('departments'),
    lead: DepartmentCode,
    supporting: z.array(DepartmentCode),
    because: z.string(),
    rule,
  }),
  z.strictObject({ decided: z.literal(true), to: z.literal('desk'), because: z.string(), rule }),
  z.strictObject({ decided: z.literal(false), because: z.string(), rule }),
]);

export const HistoryEntry = z.strictObject({
  version: z.int(),
  at: Instant,
  by: Actor,
  status: CaseStatus,
  event: EventBody,
  /** Working time since the case was received, in ms; null where the calendar does not reach. */
  workedMs: z.number().nullable(),
  /** What was written with it: answer, reason, question, note. */
  text: z.string().nullable(),
});

export const Citizen = z.strictObject({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
});

export const ChangedCase = z.strictObject({
  case: CaseBody,
  /** What the reader may do with the case now. */
  allowedActions: z.array(z.enum(CASE_ACTIONS)),
});

export const LoggedCase = ChangedCase.extend({
  /** Whom the catalogue would send it to. */
  proposal: RouteProposalBody,
});

/** Where a clock stands. Times are ms of the clock's own unit: working time, or round the clock for `hours`. */
export const ClockReadingBody = z.strictObject({
  kind: ClockKind,
  /** Whose it is; null at the desk. */
  department: DepartmentCode.nullable(),
  unit: Target.shape.unit,
  state: z.enum(CLOCK_STATES),
  startedAt: Instant,
  dueAt: Instant,
  /** In the province's time. */
  dueAtLocal: z.string(),
  atRiskAt: Instant.nullable(),
  /** When it stopped for good: handed off, answered, closed. */
  stoppedAt: Instant.nullable(),
  usedMs: z.number(),
  leftMs: z.number(),
  pausedMs: z.number(),
  why: z.strictObject({ name: z.string(), nameEn: z.string() }),
});

export const CaseDetails = LoggedCase.extend({
  clocks: z.array(ClockReadingBody),
  /** Null when the reader may not see who reported. */
  citizen: Citizen.nullable(),
  description: z.string(),
  place: z.string().nullable(),
  history: z.array(HistoryEntry),
});

export const WorklistRowBody = z.strictObject({
  caseId: CaseId,
  trackingCode: z.string(),
  version: z.int(),
  status: CaseStatus,
  class: CaseClass.nullable(),
  serviceCode: ServiceCode.nullable(),
  areaCode: AreaCode.nullable(),
  channel: Channel,
  priority: Priority,
  receivedAt: Instant,
  summary: z.string().nullable(),
  dueAt: Instant,
  /** In the province's time. */
  dueAtLocal: z.string(),
  atRiskAt: Instant.nullable(),
  /** Null when no clock runs: the case is answered. */
  state: z.enum(['on_track', 'at_risk', 'missed', 'paused']).nullable(),
  /** In which the clock counts: `hours` round the clock, the others working time; null when none runs. */
  unit: Target.shape.unit.nullable(),
  /** In ms of the clock's own time, as in `clocks` of the case; null when no clock runs. */
  usedMs: z.number().nullable(),
  /** Until the deadline; below 0 once it has passed. */
  leftMs: z.number().nullable(),
  pausedMs: z.number().nullable(),
  why: z.strictObject({ name: z.string(), nameEn: z.string() }).nullable(),
  as: z.enum(['lead', 'supporting']),
  partStatus: z.enum(['open', 'answered', 'released']).nullable(),
});

export const WorklistPageBody = z.strictObject({
  cases: z.array(WorklistRowBody),
  /** Send it back as `cursor` for the next page; null on the last one. */
  next: z.string().nullable(),
});
