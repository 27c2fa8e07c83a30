import type { Actor } from '../domain/actor.ts';
import type { AuditEntry } from '../domain/audit.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { CalendarYear } from '../domain/calendar-year.ts';
import type { JurisdictionId } from '../domain/case.ts';
import { beginning } from '../domain/deadline-moving.ts';
import type { Digest } from '../domain/hash-chain.ts';
import { type Publication, versionOf } from '../domain/published-calendar.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { CalendarVersionConflict } from '../ports/calendar-store.ts';
import { CALENDAR_MAX_AGE_MS } from './jurisdiction-now.ts';
import {
  type CalendarInvalid,
  type CalendarPlan,
  type CalendarPorts,
  planCalendar,
  readCurrentCalendar,
} from './plan-calendar.ts';
import { type SurveyPorts, surveyRunning } from './survey-running.ts';

export interface PublishCalendarInput {
  readonly jurisdictionId: JurisdictionId;
  readonly by: Actor;
  readonly idempotencyKey: string;
  /** Number of the calendar that the decision was made on. */
  readonly basedOn: number;
  readonly entered: CalendarYear;
  readonly reason: string;
  /** Whether running deadlines are counted anew. */
  readonly moveRunning: boolean;
  /** Says that a year that is there already, and by which cases run, is meant to be replaced. */
  readonly replaceYear: boolean;
}

export type PublishCalendarError =
  | CalendarInvalid
  | CalendarVersionConflict
  | { readonly code: 'CALENDAR_YEAR_IN_USE'; readonly year: number; readonly runningCases: number }
  | { readonly code: 'IDEMPOTENCY_KEY_REUSED' };

/** `created` is false when the same request had been served before. */
export type PublishCalendar = (
  input: PublishCalendarInput,
) => Promise<
  Result<{ readonly publication: Publication; readonly created: boolean }, PublishCalendarError>
>;

export type PublishCalendarPorts = CalendarPorts & SurveyPorts & { readonly digest: Digest };

/**
 * A process may have asked for its calendar just before the publication, and a request that it then began may take as
 * long again to end: moving deadlines begins when nobody decides by the calendar before.
 */
export const MOVING_STARTS_AFTER_MS = 1.5 * CALENDAR_MAX_AGE_MS;

/** Puts a year into the calendar, for whatever is decided from a minute later on. Repeating the request changes nothing. */
export const createPublishCalendar =
  (ports: PublishCalendarPorts): PublishCalendar =>
  async (input) => {
    const { jurisdictionId, basedOn, entered } = input;
    const before = await readCurrentCalendar(jurisdictionId, ports);
    if (before.number !== basedOn) {
      const conflict = { code: 'CALENDAR_VERSION_CONFLICT', currentNumber: before.number } as const;
      return servedBefore(input, conflict, ports);
    }
    const plan = planCalendar(before, entered, ports.jurisdiction);
    if (!plan.ok) return plan;
    const inUse = await yearInUse(input, plan.value, ports);
    if (!inUse.ok) return inUse;
    const publication = publicationOf(input, plan.value, ports);
    const published = await ports.calendars.publish(jurisdictionId, {
      publication,
      calendar: plan.value.after.calendar,
      moving: input.moveRunning ? movingFor(publication) : undefined,
      audit: auditOf(publication),
    });
    return published.ok
      ? ok({ publication, created: true })
      : servedBefore(input, published.error, ports);
  };

/** Only a year that is there already and that no case runs by is replaced without being asked again. */
async function yearInUse(
  { jurisdictionId, entered: { year }, replaceYear }: PublishCalendarInput,
  { replaced, planned }: CalendarPlan,
  ports: SurveyPorts,
): Promise<Result<null, PublishCalendarError>> {
  if (!replaced || replaceYear) return ok(null);
  const question = { jurisdictionId, year, planned, differsFrom: null };
  const { runningInYear } = await surveyRunning(question, ports);
  return runningInYear === 0
    ? ok(null)
    : err({ code: 'CALENDAR_YEAR_IN_USE', year, runningCases: runningInYear });
}

function publicationOf(
  input: PublishCalendarInput,
  { after: { number }, replaced, differsFrom }: CalendarPlan,
  { clock, digest }: PublishCalendarPorts,
): Publication {
  const { by, entered, reason, moveRunning } = input;
  return {
    number,
    version: versionOf(number),
    publishedAt: clock.now().toISOString(),
    publishedBy: by,
    reason,
    entered,
    replaced,
    differsFrom,
    moveRunning,
    ...fingerprintsOf(input, digest),
  };
}

/** The whole calendar of before is kept by its number. */
const auditOf = (publication: Publication): AuditEntry => {
  const { number, publishedAt: at, publishedBy: by, reason } = publication;
  const { entered, replaced, moveRunning } = publication;
  return {
    ...{ at, by, kind: 'calendar', of: String(entered.year) },
    before: { number: number - 1 },
    after: { number, reason, entered, replaced, moveRunning },
  };
};

const movingFor = ({ number, version, publishedAt }: Publication) =>
  beginning({
    number,
    version,
    requestedAt: publishedAt,
    startsAt: new Date(Date.parse(publishedAt) + MOVING_STARTS_AFTER_MS).toISOString(),
  });

/** No words of a citizen are in it, so a plain digest will do. */
function fingerprintsOf(
  { by, idempotencyKey, entered, reason, moveRunning, replaceYear }: PublishCalendarInput,
  digest: Digest,
): Pick<Publication, 'requestKey' | 'requestHash'> {
  return {
    requestKey: digest(canonicalJson({ by: by.id, idempotencyKey })),
    requestHash: digest(canonicalJson({ entered, reason, moveRunning, replaceYear })),
  };
}

/** What followed the calendar that the caller had read tells whether it was this request that made it. */
async function servedBefore(
  input: PublishCalendarInput,
  conflict: CalendarVersionConflict,
  { calendars, digest }: PublishCalendarPorts,
): ReturnType<PublishCalendar> {
  const { requestKey, requestHash } = fingerprintsOf(input, digest);
  const publication = await calendars.publication(input.jurisdictionId, input.basedOn + 1);
  if (publication?.requestKey !== requestKey) return err(conflict);
  return publication.requestHash === requestHash
    ? ok({ publication, created: false })
    : err({ code: 'IDEMPOTENCY_KEY_REUSED' });
}
