import * as z from 'zod';
import { AreaCode } from '../shared/domain/area.ts';
import { type Case, CaseId, CaseStatus, Instant } from '../shared/domain/case.ts';
import { Priority } from '../shared/domain/channel.ts';
import { DepartmentCode } from '../shared/domain/department.ts';
import { CaseClass, ServiceCode } from '../shared/domain/service-catalog.ts';
import type { CaseNotice } from '../shared/domain/webhook.ts';

/**
 * Version 1 of what a department's own system receives. Members may be added; none is renamed, retyped or removed:
 * that is version 2, beside this one. Says that something happened and where to read it: no personal data, no free
 * text. Receivers ignore event types and members that they do not know.
 */
export const CaseEventV1 = z.strictObject({
  schema: z.literal('case-event/v1'),
  type: z.enum([
    'CaseLogged',
    'CaseClassified',
    'CaseProposed',
    'CaseRouted',
    'CaseReturned',
    'CaseAccepted',
    'CitizenAsked',
    'CaseResumed',
    'ProgressReported',
    'DeadlineExtended',
    'PartAnswered',
    'CaseAnswered',
    'AnswerRated',
    'CallBackFailed',
    'CaseReopened',
    'CaseClosed',
    'CaseRejected',
    'CaseMerged',
    'CaseUnmerged',
    'CaseWithdrawn',
    'CaseEscalated',
    'AlarmRaised',
    'DeadlinesMoved',
    'NoteAdded',
  ]),
  /** When it happened. */
  timestamp: Instant,
  data: z.strictObject({
    /** The receiver. */
    department: DepartmentCode,
    caseId: CaseId,
    /** 1, 2, 3 … within a case. */
    version: z.int().min(1),
    /** Status that the event gave the case. */
    status: CaseStatus,
    /** The case when this was sent; `version` says how far that is. Null: the department no longer takes part. */
    case: z
      .strictObject({
        version: z.int().min(1),
        trackingCode: z.string(),
        status: CaseStatus,
        class: CaseClass.nullable(),
        serviceCode: ServiceCode.nullable(),
        areaCode: AreaCode.nullable(),
        priority: Priority,
        receivedAt: Instant,
        /** What the receiver is in this case. */
        standing: z.enum(['lead', 'supporting']),
        /** For a supporting department. */
        partStatus: z.enum(['open', 'answered', 'released']).nullable(),
        /** When the receiver's own answer is due. */
        dueAt: Instant.nullable(),
        /** When the answer to the citizen is due. */
        answerDueAt: Instant.nullable(),
      })
      .nullable(),
    /** Path of the case in the API, for everything else. */
    link: z.string(),
  }),
});
export type CaseEventV1 = z.infer<typeof CaseEventV1>;

export const caseEventV1 = ({ department, event, current }: CaseNotice): CaseEventV1 => ({
  schema: 'case-event/v1',
  // An event type that the list above misses does not compile.
  type: event.body.type,
  timestamp: event.at,
  data: {
    department,
    caseId: event.caseId,
    version: event.version,
    status: event.status,
    case: current === null ? null : caseAsSent(current, department),
    link: `/v1/department/cases/${event.caseId}`,
  },
});

function caseAsSent(current: Case, department: DepartmentCode): CaseEventV1['data']['case'] {
  const part = current.parts.find((one) => one.department === department);
  const isLead = current.lead === department;
  return {
    version: current.version,
    trackingCode: current.trackingCode,
    status: current.status,
    class: current.class,
    serviceCode: current.serviceCode,
    areaCode: current.areaCode,
    priority: current.priority,
    receivedAt: current.receivedAt,
    standing: isLead ? 'lead' : 'supporting',
    partStatus: isLead ? null : (part?.status ?? null),
    dueAt: isLead ? current.answerDueAt : (part?.dueAt ?? null),
    answerDueAt: current.answerDueAt,
  };
}
