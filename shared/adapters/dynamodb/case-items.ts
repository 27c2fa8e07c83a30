import * as z from 'zod';
import { Case, type CaseId, Part, participants } from '../../domain/case.ts';
import { CaseEvent } from '../../domain/case-events.ts';
import type { SlaRules } from '../../domain/sla-rules.ts';
import type { CaseChange, NewCase, StoredEvent } from '../../ports/case-repository.ts';
import {
  callerPartition,
  casePartition,
  eventSort,
  HEAD,
  headKeys,
  partKeys,
  partSort,
  PERSONAL,
} from './case-keys.ts';
import { pack, unpack } from './packing.ts';

export type Item = Readonly<Record<string, unknown>>;

const EMPTY = {
  statusBeforeWaiting: null,
  class: null,
  serviceCode: null,
  areaCode: null,
  summary: null,
  forwardedAt: null,
  routedAt: null,
  answerDueAt: null,
  lead: null,
  waiting: [],
  rounds: [],
  hops: [],
  closeReason: null,
  closedAt: null,
  mergedInto: null,
};
/** What packing leaves out of the members of lists. */
const EMPTY_MEMBERS = {
  waiting: { until: null },
  rounds: { answeredBy: null, judgement: null, judgedAt: null },
  hops: { proposed: null },
};

/** The case as one row, without its parts (rows of their own) and without what its key says. */
export function headItem({ next, event }: CaseChange, sla: SlaRules): Item {
  const { parts: _, jurisdictionId, caseId, ...head } = next;
  return {
    pk: casePartition(jurisdictionId, caseId),
    sk: HEAD,
    ...(pack(head) as Item),
    lastHash: event.hash,
    // Lead and supporting departments, so that who reads only the head knows whom it concerns.
    ...(next.parts.length > 0 && { supporting: next.parts.map((part) => part.department) }),
    ...headKeys(next, sla),
  };
}

/** Codes and dates that a supporting department's list shows. */
export function partItem(next: Case, part: Part): Item {
  const { jurisdictionId, caseId, trackingCode, version, channel, priority, receivedAt } = next;
  const { class: caseClass, serviceCode, areaCode, summary } = next;
  const row = { class: caseClass, serviceCode, areaCode, summary, receivedAt };
  return {
    pk: casePartition(jurisdictionId, caseId),
    sk: partSort(part),
    trackingCode,
    version,
    channel,
    priority,
    ...(pack(row) as Item),
    ...(pack(part) as Item),
    ...partKeys(next, part),
  };
}

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
    ...(sealedText !== null && { sealedText: Buffer.from(sealedText, 'base64url') }),
    ...(concerned.length > 0 && { participants: [...new Set(concerned)].sort() }),
  };
}

export const personalItem = (change: NewCase): Item => {
  const { jurisdictionId, caseId, receivedAt } = change.next;
  return {
    pk: casePartition(jurisdictionId, caseId),
    sk: PERSONAL,
    sealed: Buffer.from(change.sealedPersonalData, 'base64url'),
    wrappedKey: Buffer.from(change.wrappedKey, 'base64url'),
    ...(change.callerIndex !== null && {
      cpk: callerPartition(jurisdictionId, change.callerIndex),
      csk: receivedAt,
    }),
  };
};

const Bytes = z
  .instanceof(Uint8Array)
  .transform((bytes) => Buffer.from(bytes).toString('base64url'));
const Personal = z.object({ sealed: Bytes, wrappedKey: Bytes });
export const parsePersonal = (item: Item) => Personal.parse(item);

/** Everything but the parts: what the stream and the figures see. */
export function parseHead(item: Item): { readonly case: Case; readonly lastHash: string } {
  const head = withMembers({ ...EMPTY, ...(unpack(item) as Item) });
  const parsed = StoredHead.parse({ ...head, ...idsOf(item), parts: [] });
  const { lastHash, ...current } = parsed;
  return { case: Case.parse(current), lastHash };
}
const StoredHead = z.object({ ...Case.shape, lastHash: z.string() });

const withMembers = (head: Item): Item => {
  const filled = Object.entries(EMPTY_MEMBERS).map(([name, empty]) => {
    const list = z.array(z.record(z.string(), z.unknown())).parse(head[name]);
    return [name, list.map((member) => ({ ...empty, ...member }))];
  });
  return { ...head, ...(Object.fromEntries(filled) as Item) };
};

const PartFields = z.object(Part.shape);
export const parsePart = (item: Item): Part =>
  Part.parse(PartFields.parse({ answeredAt: null, ...(unpack(item) as Item) }));

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
export const idsOf = ({ pk }: Item): { jurisdictionId: string; caseId: CaseId } => {
  const [jurisdictionId = '', , caseId = ''] = String(pk).split('#');
  return { jurisdictionId, caseId: caseId as CaseId };
};
