import type { CalendarProblem } from '../domain/business-calendar-problem.ts';
import type { CalendarYear } from '../domain/calendar-year.ts';
import type { Instant, JurisdictionId } from '../domain/case.ts';
import type { CalendarPlan, CalendarPorts } from './plan-calendar.ts';
import { planCalendar, readCurrentCalendar } from './plan-calendar.ts';
import { type RunningSurvey, type SurveyPorts, surveyRunning } from './survey-running.ts';

export interface CalendarPreview {
  /** Number of the calendar that the year would be put into. */
  readonly basedOn: number;
  readonly problems: readonly CalendarProblem[];
  /** Null when there are problems. */
  readonly effect:
    (Pick<CalendarPlan, 'replaced' | 'differsFrom'> & { readonly running: RunningSurvey }) | null;
}

export type PreviewCalendar = (
  jurisdictionId: JurisdictionId,
  entered: CalendarYear,
) => Promise<CalendarPreview>;

export type PreviewCalendarPorts = CalendarPorts & SurveyPorts;

/** What publishing a year would do; nothing is stored. */
export const createPreviewCalendar =
  (ports: PreviewCalendarPorts): PreviewCalendar =>
  async (jurisdictionId, entered) => {
    const before = await readCurrentCalendar(jurisdictionId, ports);
    const basedOn = before.number;
    const plan = planCalendar(before, entered, ports.jurisdiction);
    if (!plan.ok) return { basedOn, problems: plan.error.problems, effect: null };
    const { planned, replaced, differsFrom } = plan.value;
    const earlier = await ports.calendars.history(jurisdictionId);
    const running = await surveyRunning(
      {
        jurisdictionId,
        year: entered.year,
        planned,
        differsFrom: earliest([differsFrom, ...earlier.map((one) => one.differsFrom)]),
      },
      ports,
    );
    return { basedOn, problems: [], effect: { replaced, differsFrom, running } };
  };

/** Deadlines that were not moved with an earlier publication were counted by a calendar before it. */
const earliest = (instants: readonly (Instant | null)[]): Instant | null =>
  instants.reduce(
    (least, one) => (one !== null && (least === null || one < least) ? one : least),
    null,
  );
