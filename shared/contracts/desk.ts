import * as z from 'zod';
import { AreaCode } from '../domain/area.ts';
import { Case, CaseId, Instant } from '../domain/case.ts';
import { Channel, Priority } from '../domain/channel.ts';
import { CaseClass, ServiceCode } from '../domain/service-catalog.ts';
import { Attributes } from '../domain/routing-names.ts';
import { CaseBody, PAGE_DEFAULT, PAGE_LIMIT } from './case.ts';
import { Address, Description, Email, PersonName, PhoneText, Summary } from './text.ts';

export const Caller = z.strictObject({
  name: PersonName.optional(),
  phone: PhoneText.optional(),
  email: Email.optional(),
  address: Address.optional(),
});

/** A call, a visit, or a message that somebody forwards. Everything but the words and the channel may come later. */
export const LogCaseRequest = z.strictObject({
  channel: Channel,
  description: Description,
  caller: Caller.optional(),
  /** Where it happened, in words. */
  place: Address.optional(),
  class: CaseClass.optional(),
  serviceCode: ServiceCode.optional(),
  areaCode: AreaCode.optional(),
  priority: Priority.optional(),
  /** What the channel knows beside the words; routing rules may look at it. */
  attributes: Attributes.optional(),
  /** What was proposed for its draft, as it was given: the case remembers it. */
  proposal: z.string().max(2_000).optional(),
  /** The incident that it is another report of: it is logged and merged into it at once. */
  duplicateOf: CaseId.optional(),
  /** A line for lists, written by staff; no personal data belongs in it. */
  summary: Summary.optional(),
});
export type LogCaseRequest = z.infer<typeof LogCaseRequest>;

/** By what a caller has at hand. A body, not a query, so that no phone number reaches an access log. */
export const SearchCasesRequest = z.union([
  z.strictObject({ phone: PhoneText }),
  z.strictObject({ trackingCode: z.string().min(1).max(40) }),
]);
export type SearchCasesRequest = z.infer<typeof SearchCasesRequest>;

/** A page of a list, from the cursor of the page before. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(PAGE_DEFAULT),
  cursor: z.string().max(2_000).optional(),
});

export const FollowersBody = z.strictObject({
  count: z.int().min(0),
  /** Newest first. */
  cases: z.array(CaseBody),
  next: z.string().nullable(),
});

export const FoundCases = z.strictObject({
  /** Newest first. */
  cases: z.array(CaseBody),
});

const { trackingCode, version, serviceCode, areaCode, priority, summary, lead } = Case.shape;

export const CallBacksBody = z.strictObject({
  /** The oldest answer first. */
  callBacks: z.array(
    z.strictObject({
      caseId: CaseId,
      trackingCode,
      version,
      serviceCode,
      areaCode,
      priority,
      summary,
      lead,
      /** The answer that is to be judged. */
      round: z.int().min(1),
      answeredAt: Instant,
      /** Until then the citizen may judge. */
      judgingEndsAt: Instant,
      /** Calls for this answer that brought no judgement, and how many are allowed. */
      attempts: z.int().min(0),
      maxAttempts: z.int().min(1),
    }),
  ),
  /** Null on the last page; a page may be short and have a next one. */
  next: z.string().nullable(),
});
