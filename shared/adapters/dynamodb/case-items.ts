import * as z from 'zod';
import {
  Case,
  CaseId,
  type Instant,
  JurisdictionId,
  type Part,
  participants,
} from '../../domain/case.ts';
import { CaseEvent, type EventBody } from '../../domain/case-events.ts';
import { audienceOf, toldBy } from '../../domain/reminder-audience.ts';
import { ownerOf } from '../../domain/worklist.ts';
import type { CaseChange, NewCase, StoredCase, StoredEvent } from '../../ports/case-repository.ts';
import {
  callerPartition,
  casePartition,
  eventSort,
  HEAD,
  headKeys,
  type Listing,
  partKeys,
  partSort,
  PERSONAL,
  reminderPartition,
  wakeAtOf,
} from './case-keys.ts';
import { pack, unpack } from './packing.ts';

export type Item = Readonly<Record<string, unknown>>;

const EMPTY = {
  statusBeforeWaiting: null,
  class: null,
  serviceCode: null,
  areaCode: null,
  summary: null,
  attributes: {},
  proposed: null,
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
  mergedInto: null,
  repeats: null,
};
/** What packing leaves out of the members of lists. */
const EMPTY_MEMBERS = {
  parts: { answeredAt: null },
  waiting: { until: null },
  rounds: { answeredBy: null, judgement: null, judgedAt: null },
  hops: { proposed: null },
  alarms: { department: null },
};

/** And of members that are one thing. */
const EMPTY_THINGS = {
  callBacks: { againAt: null },
  proposed: { service: null, area: null, lead: null, rule: null },
  firstRoute: { rule: null, named: null, service: null },
};

/**
 * The case as one row, without what its key says. The parts are in it, so that one read gives a case as it was at one
 * moment: DynamoDB promises that of an item, not of several.
 */
export function headItem(
  change: Pick<CaseChange, 'next' | 'event' | 'wakeAt' | 'atRiskAt' | 'likeness'>,
  listing: Listing,
): Item {
  const { next, event, wakeAt, atRiskAt, likeness } = change;
  const { jurisdictionId, caseId, formerReopenings: fr, formerClosures: fc, ...head } = next;
  return {
    pk: casePartition(jurisdictionId, caseId),
    sk: HEAD,
    // What came back is rare and comes on top of everything else, so its names are short.
    ...(pack({ ...head, ...usual(head), fr, fc }) as Item),
    lastHash: event.hash,
    ...(likeness !== null && { lk: bytesOf(likeness) }),
    ...riskOf(atRiskAt[ownerOf(next)]),
    ...headKeys(next, wakeAt, listing),
  };
}

/** What is as in most cases is left out, like what is empty: the head has to stay under 1 KB. */
const usual = (
  head: Omit<Case, 'jurisdictionId' | 'caseId' | 'formerReopenings' | 'formerClosures'>,
) => ({
  ...(head.clockStartedAt === head.receivedAt && { clockStartedAt: null }),
  ...(head.handedOffAt === head.forwardedAt && { handedOffAt: null }),
  ...(head.extensions === 0 && { extensions: null }),
  ...(head.escalationLevel === 0 && { escalationLevel: null }),
});

/** A supporting department's row in its list; what is true of the part stands in the head. */
export function partItem(next: Case, part: Part, atRiskAt?: Instant): Item {
  const { jurisdictionId, caseId, trackingCode, version, channel, priority, receivedAt } = next;
  const { class: caseClass, serviceCode, areaCode, summary } = next;
  const row = { class: caseClass, serviceCode, areaCode, summary, receivedAt };
  const { clockStartedAt, waiting } = next;
  const clock = { clockStartedAt: clockStartedAt === receivedAt ? null : clockStartedAt, waiting };
  return {
    pk: casePartition(jurisdictionId, caseId),
    sk: partSort(part),
    trackingCode,
    version,
    channel,
    priority,
    // The clock of what was given has stopped: no later wait is worth a write of its row.
    ...(pack(part.status === 'open' ? { ...row, ...clock } : row) as Item),
    ...riskOf(atRiskAt),
    ...partKeys(next, part),
  };
}

/** Lists the event with the reminders of those who are told, with what the list shows. */
function reminderOf(body: EventBody, next: Case): Item {
  const told = toldBy(body);
  if (told === undefined) return {};
  const { jurisdictionId, caseId, version, trackingCode, priority } = next;
  const { serviceCode, areaCode, summary } = next;
  const { tellAt, clock, kind, level, tell, dueAt } = told;
  return {
    wpk: reminderPartition(jurisdictionId, audienceOf(told)),
    wsk: [tellAt, caseId, version, clock, kind, level, tell, dueAt].join('#'),
    trackingCode,
    priority,
    ...(pack({ serviceCode, areaCode, summary }) as Item),
  };
}

/** A short name: it stands in every row of every list. */
const riskOf = (at: Instant | undefined): Item => (at === undefined ? {} : { rk: Date.parse(at) });

export function eventItem({ current, next, event, sealedText }: CaseChange): Item {
  const { jurisdictionId, caseId, version, ...rest } = event;
  const concerned = [
    ...(current === undefined ? [] : participants(current)),
    ...participants(next),
  ];
  return {
    pk: casePartition(jurisdictionId, caseId),
    sk: eventSort(version),
    // Bodies keep their nulls and dates as they were hashed.
    ...rest,
    ...(sealedText !== null && { sealedText: bytesOf(sealedText) }),
    ...(concerned.length > 0 && { participants: [...new Set(concerned)].sort() }),
    ...reminderOf(event.body, next),
  };
}

export const personalItem = (change: NewCase): Item => {
  const { jurisdictionId, caseId, receivedAt } = change.next;
  return {
    pk: casePartition(jurisdictionId, caseId),
    sk: PERSONAL,
    sealed: bytesOf(change.sealedPersonalData),
    wrappedKey: bytesOf(change.wrappedKey),
    ...(change.callerIndex !== null && {
      cpk: callerPartition(jurisdictionId, change.callerIndex),
      csk: receivedAt,
    }),
  };
};

/** Sealed text is base64url and is stored as the bytes that it stands for, which saves a quarter. */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new Error('Sealed text must be base64url');
  return bytes;
}
const Bytes = z
  .instanceof(Uint8Array)
  .transform((bytes) => Buffer.from(bytes).toString('base64url'));
const Personal = z.object({ sealed: Bytes, wrappedKey: Bytes });
export const parsePersonal = (item: Item) => Personal.parse(item);

export function parseHead(item: Item): Omit<StoredCase, 'wrappedKey' | 'sealedPersonalData'> {
  const known = unpack(item) as Item;
  const { fr: formerReopenings = [], fc: formerClosures = [], ...named } = known;
  const came = { formerReopenings, formerClosures };
  const head = withMembers({ ...EMPTY, ...usually(named), ...named, ...came });
  const parsed = StoredHead.parse({ ...head, ...idsOf(item) });
  const { lastHash, lk: likeness, ...current } = parsed;
  return { case: Case.parse(current), lastHash, likeness, wakeAt: wakeAtOf(item['dsk']) };
}
/** The inverse of `usual`. */
const usually = ({ receivedAt, forwardedAt }: Item): Item => ({
  clockStartedAt: receivedAt,
  changedAt: receivedAt,
  handedOffAt: forwardedAt ?? null,
});

const StoredHead = z.object({
  ...Case.shape,
  lastHash: z.string(),
  lk: Bytes.nullable().default(null),
});

const withMembers = (head: Item): Item => {
  const filled = Object.entries(EMPTY_MEMBERS).map(([name, empty]) => {
    const list = z.array(z.record(z.string(), z.unknown())).parse(head[name]);
    return [name, list.map((member) => ({ ...empty, ...member }))];
  });
  const things = Object.entries(EMPTY_THINGS).map(([name, empty]) => {
    const thing = z.record(z.string(), z.unknown()).nullable().parse(head[name]);
    return [name, thing && { ...empty, ...thing }];
  });
  return { ...head, ...(Object.fromEntries([...filled, ...things]) as Item) };
};

const EventFields = z.object({ ...CaseEvent.shape, sealedText: Bytes.nullable() });
export function parseEvent(item: Item): StoredEvent {
  const version = Number(String(item['sk']).split('#')[1]);
  const { sealedText, ...event } = EventFields.parse({
    sealedText: null,
    ...item,
    ...idsOf(item),
    version,
  });
  return { event: CaseEvent.parse(event), sealedText };
}

/** `<jurisdiction>#case#<caseId>` */
export const idsOf = ({ pk }: Item): { jurisdictionId: JurisdictionId; caseId: CaseId } => {
  const [jurisdictionId, , caseId] = String(pk).split('#');
  return { jurisdictionId: JurisdictionId.parse(jurisdictionId), caseId: CaseId.parse(caseId) };
};
