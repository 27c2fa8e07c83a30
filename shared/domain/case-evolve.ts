import { type Case, releasedIfOpen, type Round } from './case.ts';
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
  const { body, version, status } = event;
  if (body.type === 'CaseLogged') return logged(body, event);
  if (current === undefined) throw new Error(`History of ${event.caseId} starts with ${body.type}`);
  // The table is keyed by the body's own type, which the compiler cannot follow through the index.
  const change = (evolutions[body.type] as Evolution<EventType>)(current, body, event);
  return { ...current, ...change, version, status };
}

/** Rebuilds the case from its whole history. */
export function replay(events: readonly Happened[]): Case {
  let current: Case | undefined;
  for (const event of events) current = evolve(current, event);
  if (current === undefined) throw new Error('A case has at least one event');
  return current;
}

const evolutions: { [T in Exclude<EventType, 'CaseLogged'>]: Evolution<T> } = {
  CaseClassified: (_, { class: caseClass, serviceCode, areaCode, priority, summary }) => ({
    class: caseClass,
    serviceCode,
    areaCode,
    priority,
    summary,
  }),
  CaseRouted: ({ forwardedAt }, { lead, answerDueAt, parts }, { at }) => ({
    lead,
    answerDueAt,
    parts,
    forwardedAt: forwardedAt ?? at,
    routedAt: at,
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
  CaseResumed: ({ waiting }, { answerDueAt, parts, handOffDueAt }, { at }) => ({
    statusBeforeWaiting: null,
    waiting: waiting.map((time) => (time.until === null ? { ...time, until: at } : time)),
    answerDueAt,
    parts,
    handOffDueAt,
  }),
  ProgressReported: () => ({}),
  DeadlineExtended: ({ extensions }, { answerDueAt }) => ({
    answerDueAt,
    extensions: extensions + 1,
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
  CaseReopened: ({ lead, routedAt }, { answerDueAt, parts, handOffDueAt }, { at }) => ({
    clockStartedAt: at,
    answerDueAt,
    handOffDueAt,
    parts,
    closeReason: null,
    closedAt: null,
    // Back with its lead is routed again; back at the desk is not.
    routedAt: lead === null ? routedAt : at,
  }),
  CaseClosed: (_, { closeReason }, { at }) => ({ closeReason, closedAt: at }),
  CaseRejected: (current, _, { at }) => closing(current, 'rejected', at),
  CaseMerged: (current, { into }, { at }) => ({
    ...closing(current, 'duplicate', at),
    mergedInto: into,
  }),
  CaseWithdrawn: (current, _, { at }) => closing(current, 'withdrawn', at),
  CaseEscalated: (_, { level }) => ({ escalationLevel: level }),
  NoteAdded: () => ({}),
};

const logged = (body: BodyOf<'CaseLogged'>, event: Happened): Case => ({
  jurisdictionId: event.jurisdictionId,
  caseId: event.caseId,
  trackingCode: body.trackingCode,
  version: event.version,
  status: event.status,
  statusBeforeWaiting: null,
  class: body.class,
  serviceCode: body.serviceCode,
  areaCode: body.areaCode,
  channel: body.channel,
  priority: body.priority,
  summary: body.summary,
  receivedAt: body.receivedAt,
  clockStartedAt: body.receivedAt,
  handOffDueAt: body.handOffDueAt,
  forwardedAt: null,
  routedAt: null,
  answerDueAt: null,
  lead: null,
  parts: [],
  waiting: [],
  rounds: [],
  hops: [],
  extensions: 0,
  escalationLevel: 0,
  closeReason: null,
  closedAt: null,
  mergedInto: null,
});

const newRound = (number: number, answeredBy: Round['answeredBy'], answeredAt: string): Round => ({
  number,
  answeredAt,
  answeredBy,
  judgement: null,
  judgedAt: null,
});

/** A case that ends without an answer owes no parts any more. */
const closing = (
  { parts, waiting }: Case,
  closeReason: 'rejected' | 'duplicate' | 'withdrawn',
  closedAt: string,
): Partial<Case> => ({
  closeReason,
  closedAt,
  statusBeforeWaiting: null,
  parts: parts.map(releasedIfOpen),
  waiting: waiting.map((time) => (time.until === null ? { ...time, until: closedAt } : time)),
});
