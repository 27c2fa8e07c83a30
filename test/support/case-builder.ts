import type * as z from 'zod';
import { Actor, type Role } from '../../shared/domain/actor.ts';
import { Case, type Part } from '../../shared/domain/case.ts';
import { Proposed } from '../../shared/domain/proposed.ts';
import { loadJurisdiction } from '../../shared/jurisdictions/bundled.ts';

/** The jurisdiction whose rules the tests decide by. */
export const { jurisdictionId, jurisdiction } = loadJurisdiction('binh-duong');

/** A time of day in the province, as a test says it: `at('2020-03-06 16:50')`. */
export const at = (local: string): string =>
  new Date(`${local.replace(' ', 'T')}:00+07:00`).toISOString();

type CaseFields = z.input<typeof Case>;
/** Names are checked here, values by the schema: tests read codes from data files, where they are plain text. */
type Differing = { readonly [Name in keyof CaseFields]?: unknown };

/** A case answered by nobody yet, received by phone; a test says only what matters to it. Parsed: no test invents an impossible row. */
export const aCase = (differing: Differing = {}): Case =>
  Case.parse({
    jurisdictionId,
    caseId: 'a'.repeat(26),
    trackingCode: 'T0',
    version: 1,
    changedAt: differing.receivedAt ?? '2020-03-05T02:00:00.000Z',
    status: 'received',
    statusBeforeWaiting: null,
    class: null,
    serviceCode: null,
    areaCode: null,
    channel: 'phone',
    priority: 'normal',
    summary: null,
    attributes: {},
    proposed: null,
    receivedAt: '2020-03-05T02:00:00.000Z',
    clockStartedAt: differing.receivedAt ?? '2020-03-05T02:00:00.000Z',
    handOffDueAt: '2020-03-05T02:05:00.000Z',
    forwardedAt: null,
    firstRoute: null,
    routedAt: null,
    handedOffAt: null,
    answerDueAt: null,
    calendarVersion: null,
    committedAt: null,
    lead: null,
    parts: [],
    waiting: [],
    rounds: [],
    callBacks: null,
    hops: [],
    extensions: 0,
    escalationLevel: 0,
    alarms: [],
    closeReason: null,
    closedAt: null,
    formerReopenings: [],
    formerClosures: [],
    mergedInto: null,
    repeats: null,
    ...differing,
  } satisfies Record<keyof CaseFields, unknown>);

/** A supporting department's share, owed since the case was received unless told otherwise. */
export const aPart = (
  department: string,
  status: Part['status'] = 'open',
): CaseFields['parts'][number] => ({
  department,
  status,
  dueAt: '2020-03-10T10:00:00.000Z',
  assignedAt: '2020-03-05T02:00:00.000Z',
  answeredAt: status === 'answered' ? '2020-03-06T02:00:00.000Z' : null,
});

/** An answer of a department and what the citizen said of it. */
export const aRound = (
  answeredAt: string,
  judgement: 'satisfied' | 'acceptable' | 'unsatisfied' | null,
  number = 1,
) => ({
  number,
  answeredAt,
  answeredBy: 'SGTVT',
  judgement,
  judgedAt: judgement === null ? null : answeredAt,
});

/** Somebody in a role, and of a department where the role has one. */
export const anActor = (role: Role, department: string | null = null): Actor =>
  Actor.parse({ id: department === null ? role : `${role}-${department}`, role, department });

/** What the machine says of a message about street lights; a test says only what matters to it. */
export const aProposal = (differing: Partial<z.input<typeof Proposed>> = {}): Proposed =>
  Proposed.parse({
    model: 'model-of-tests',
    service: 'street-light',
    area: '25966',
    lead: 'TA',
    rule: null,
    sure: true,
    ...differing,
  });
