/** Everything that can be wrong with a calendar, each with the one code that a machine may rely on. */
export type CalendarProblemCode =
  // The form of the data (business-calendar-reading.ts)
  | 'FIELD_UNKNOWN'
  | 'FIELD_MISSING'
  | 'FIELD_INVALID'
  // Years
  | 'YEAR_LISTED_TWICE'
  | 'YEAR_MISSING_BETWEEN'
  | 'YEAR_WITHOUT_DAYS_OFF'
  // Hours
  | 'WINDOW_ENDS_BEFORE_START'
  | 'WINDOWS_OVERLAP'
  | 'WINDOWS_OUT_OF_ORDER'
  | 'WITHOUT_WINDOWS'
  | 'SEASON_MIXES_DATES'
  | 'SEASON_ENDS_BEFORE_START'
  | 'SEASON_OUTSIDE_YEARS'
  | 'SEASONS_OVERLAP'
  | 'DEPARTMENT_WITHOUT_HOURS'
  | 'DEPARTMENT_ROUND_THE_CLOCK_WITH_HOURS'
  | 'DEPARTMENT_UNKNOWN'
  // Days off and make-up days
  | 'DAY_OFF_LISTED_TWICE'
  | 'DAY_OFF_AND_MAKE_UP'
  | 'DAY_OFF_OUTSIDE_YEARS'
  | 'MAKE_UP_LISTED_TWICE'
  | 'MAKE_UP_OUTSIDE_YEARS'
  | 'MAKE_UP_ON_WORKING_DAY'
  | 'MAKE_UP_FOR_DAY_WITHOUT_WINDOWS'
  | 'MADE_UP_FOR_TWICE'
  | 'SWAP_WITHOUT_MAKE_UP'
  | 'MAKE_UP_WITHOUT_SWAP'
  // Zone (business-calendar-zone.ts)
  | 'TIME_ZONE_UNKNOWN'
  | 'OFFSET_NOT_KEPT';

/** One fault, for the person who edits the calendar. */
export interface CalendarProblem {
  readonly code: CalendarProblemCode;
  /** Where it stands, from the root of the data: `weekly.monday[1]`, `departments.TA.seasons[0].until`. */
  readonly path: string;
  /** A sentence that begins with the place. */
  readonly message: string;
  readonly messageVi: string;
}

export interface Sentence {
  readonly en: string;
  readonly vi: string;
}

/** `at` is the place as the sentences name it, when that is shorter than the path. */
export const problem = (
  code: CalendarProblemCode,
  place: string | { readonly path: string; readonly at: string },
  { en, vi }: Sentence,
): CalendarProblem => {
  const { path, at } = typeof place === 'string' ? { path: place, at: place } : place;
  return { code, path, message: `${at}: ${en}`, messageVi: `${at}: ${vi}` };
};
