import { BUILT_IN_CALENDAR } from '../../shared/domain/calendar-version.ts';
import { BUILT_IN_NUMBER, type Publication } from '../../shared/domain/published-calendar.ts';
import type {
  CalendarAndPublication,
  CalendarHistory,
  CalendarsOverview,
} from '../../shared/usecases/read-calendars.ts';

/** What the API shows of calendars: the fingerprints of requests stay inside. */
export const versionBody = (publication: Publication | null) =>
  publication === null
    ? { number: BUILT_IN_NUMBER, version: BUILT_IN_CALENDAR, published: null }
    : {
        number: publication.number,
        version: publication.version,
        published: {
          at: publication.publishedAt,
          by: publication.publishedBy,
          reason: publication.reason,
          year: publication.entered.year,
          replacedYear: publication.replaced,
          moveRunning: publication.moveRunning,
          differsFrom: publication.differsFrom,
        },
      };

export const currentCalendarBody = ({ publication, calendar }: CalendarAndPublication) => ({
  ...versionBody(publication),
  calendar,
});

export const calendarDetails = ({ before, after, ...calendar }: CalendarHistory) => ({
  ...currentCalendarBody(calendar),
  before,
  after,
});

export const calendarsBody = ({ current, years, history }: CalendarsOverview) => ({
  current: versionBody(current.publication),
  years,
  versions: [...history.map(versionBody), versionBody(null)],
});
