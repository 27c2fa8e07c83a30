import { BUILT_IN_CALENDAR } from './calendar-version.ts';
import { type Case, releasedIfOpen, type Round, type WaitingTime } from './case.ts';
import type { CaseEvent, EventBody, EventType } from './case-events.ts';

type BodyOf<T extends EventType> = Extract<EventBody, { type: T }>;
type Happened = Pick<
  CaseEvent,
  'jurisdictionId' | 'caseId' | 'version' | 'at' | 'by' | 'status' | 'body'
>;
type Evolution<T extends EventType> = (
  current: Case,
  body: BodyOf<T>,
  event: Happened,
) => Partial<Case>;

/** The case after the event. Decides nothing: whatever was stored happened. */
export function evolve(current: Case | undefined, event: Happened): Case {
  const { body, version, status, at: changedAt } = event;
  if (body.type === 'CaseLogged') return logged(body, event);
  if (current === undefined) throw new Error(`History of ${event.caseId} starts with ${body.type}`);
  // The table is keyed by the body's own type, which the compiler cannot follow through the index.
  const change = (evolutions[body.type] as Evolution<EventType>)(current, body, event);
  return { ...current, ...change, version, status, changedAt };
}

/** Rebuilds the case from its whole history. */
export function replay(events: readonly Happened[]): Case {
  let current: Case | undefined;
  for (const event of events) current = evolve(current, event);
  if (current === undefined) throw new Error('A case has at least one event');
  return current;
}

const evolutions: { [T in Exclude<EventType, 'CaseLogged'>]: Evolution<T> } = {
  CaseClassified: (current, { class: caseClass, serviceCode, areaCode, priority, summary }) => ({
    class: caseClass,
    firstRoute: routedAs(current, serviceCode),
    serviceCode,
    areaCode,
    priority,
    summary,
  }),
  CaseProposed: (_, { proposed }) => ({ proposed }),
  CaseRouted: (
    { status, forwardedAt, firstRoute, handedOffAt },
    { lead, answerDueAt, parts, calendarVersion, rule = null, named = null },
    { at, by },
  ) => ({
    firstRoute: firstRoute ?? { lead, by: by.id, rule, named, service: null },
    lead,
    answerDueAt,
    parts,
    calendarVersion: calendarVersion ?? BUILT_IN_CALENDAR,
    committedAt: null,
    forwardedAt: forwardedAt ?? at,
    routedAt: at,
    handedOffAt: status === 'received' ? at : (handedOffAt ?? at),
  }),
  CaseReturned: ({ hops, lead }, { reason, proposed, lostMs, handOffDueAt }, { at }) => ({
    lead: null,
    handOffDueAt,
    hops:
      lead === null
        ? hops
        : [...hops, { number: hops.length + 1, from: lead, reason, proposed, at, lostMs }],
  }),
  CaseAccepted: () => ({}),
  CitizenAsked: ({ status, waiting }, _, { at }) => ({
    statusBeforeWaiting: status === 'received' ? 'received' : 'in_progress',
    waiting: [...waiting, { from: at, until: null }],
  }),
  CaseResumed: (current, { answerDueAt, parts, handOffDueAt, calendarVersion }, { at }) => ({
    statusBeforeWaiting: null,
    waiting: ended(current, at),
    answerDueAt,
    parts,
    handOffDueAt,
    calendarVersion: calendarVersion ?? current.calendarVersion,
    // The next silence has a ladder of its own.
    alarms: current.alarms.filter(({ clock }) => clock !== 'silence'),
  }),
  ProgressReported: (current, { committedAt }) => ({
    committedAt: committedAt ?? current.committedAt,
  }),
  DeadlineExtended: ({ extensions, ...current }, { answerDueAt, calendarVersion }) => ({
    answerDueAt,
    extensions: extensions + 1,
    calendarVersion: calendarVersion ?? current.calendarVersion,
  }),
  DeadlinesMoved: (_, { answerDueAt, parts, calendarVersion }) => ({
    answerDueAt,
    parts,
    calendarVersion,
  }),
  PartAnswered: ({ parts }, { department }, { at }) => ({
    parts: parts.map((part) =>
      part.department === department ? { ...part, status: 'answered', answeredAt: at } : part,
    ),
  }),
  CaseAnswered: ({ rounds, parts }, { answeredBy, releasedParts }, { at }) => ({
    rounds: [...rounds, newRound(rounds.length + 1, answeredBy, at)],
    parts: parts.map((part) =>
      releasedParts.includes(part.department) ? { ...part, status: 'released' } : part,
    ),
  }),
  AnswerRated: ({ rounds }, { round, judgement }, { at }) => ({
    rounds: rounds.map((r) => (r.number === round ? { ...r, judgement, judgedAt: at } : r)),
    closeReason: 'judged',
    closedAt: at,
  }),
  CallBackFailed: (_, { round, attempt: attempts, againAt }) => ({
    callBacks: { round, attempts, againAt },
  }),
  CaseReopened: (current, { answerDueAt, parts, handOffDueAt, calendarVersion }, { at }) => ({
    clockStartedAt: at,
    formerReopenings:
      current.clockStartedAt === current.receivedAt
        ? []
        : [...current.formerReopenings, current.clockStartedAt],
    answerDueAt,
    calendarVersion: calendarVersion ?? current.calendarVersion,
    committedAt: null,
    // A ladder belongs to its deadline: the new clock begins at the bottom.
    alarms: [],
    escalationLevel: 0,
    handOffDueAt,
    parts,
    ...openAgain(current),
    ...backWithItsLead(current, at),
  }),
  CaseClosed: (current, { closeReason }, { at }) =>
    closeReason === 'citizen_silent'
      ? closing(current, closeReason, at)
      : { closeReason, closedAt: at },
  CaseRejected: (current, _, { at }) => closing(current, 'rejected', at),
  CaseMerged: (current, { into }, { at }) => ({
    ...closing(current, 'duplicate', at),
    mergedInto: into,
  }),
  CaseUnmerged: (current, { handOffDueAt }) => ({
    handOffDueAt,
    mergedInto: null,
    ...openAgain(current),
  }),
  CaseWithdrawn: (current, _, { at }) => closing(current, 'withdrawn', at),
  CaseEscalated: (_, { level }) => ({ escalationLevel: level }),
  AlarmRaised: (current, { clock, department, dueAt, rung, level }) => ({
    alarms: [
      ...current.alarms.filter((one) => one.clock !== clock || one.department !== department),
      { clock, department, dueAt, rung },
    ],
    escalationLevel: Math.max(current.escalationLevel, level),
  }),
  NoteAdded: () => ({}),
};

const logged = (body: BodyOf<'CaseLogged'>, event: Happened): Case => ({
  jurisdictionId: event.jurisdictionId,
  caseId: event.caseId,
  trackingCode: body.trackingCode,
  version: event.version,
  changedAt: event.at,
  status: event.status,
  statusBeforeWaiting: null,
  class: body.class,
  serviceCode: body.serviceCode,
  areaCode: body.areaCode,
  channel: body.channel,
  priority: body.priority,
  summary: body.summary,
  attributes: body.attributes ?? {},
  proposed: body.proposed ?? null,
  receivedAt: body.receivedAt,
  clockStartedAt: body.receivedAt,
  formerReopenings: [],
  handOffDueAt: body.handOffDueAt,
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
  formerClosures: [],
  mergedInto: null,
  repeats: body.repeats ?? null,
});

/** That it was closed is remembered: it happened. */
const openAgain = ({ formerClosures, closedAt }: Case): Partial<Case> => ({
  closeReason: null,
  closedAt: null,
  formerClosures: closedAt === null ? formerClosures : [...formerClosures, closedAt],
});

/** Back with its lead is routed and handed off again; back at the desk is not. */
const backWithItsLead = ({ lead }: Case, at: string): Partial<Case> =>
  lead === null ? {} : { routedAt: at, handedOffAt: at };

/** The first routing keeps what it was made as, once the case becomes something else. */
const routedAs = (
  { firstRoute, serviceCode }: Case,
  next: Case['serviceCode'],
): Case['firstRoute'] => {
  if (firstRoute === null || serviceCode === next) return firstRoute;
  const first = firstRoute.service ?? serviceCode;
  return { ...firstRoute, service: first === next ? null : first };
};

const newRound = (number: number, answeredBy: Round['answeredBy'], answeredAt: string): Round => ({
  number,
  answeredAt,
  answeredBy,
  judgement: null,
  judgedAt: null,
});

/** A case that ends without an answer owes no parts any more. */
const closing = (
  current: Case,
  closeReason: 'rejected' | 'duplicate' | 'withdrawn' | 'citizen_silent',
  closedAt: string,
): Partial<Case> => ({
  closeReason,
  closedAt,
  statusBeforeWaiting: null,
  parts: current.parts.map(releasedIfOpen),
  waiting: ended(current, closedAt),
});

/** The times of waiting, the last of which ends now. */
const ended = ({ waiting }: Case, at: string): WaitingTime[] =>
  waiting.map((time) => (time.until === null ? { ...time, until: at } : time));
