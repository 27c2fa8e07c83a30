import { useQuery } from '@tanstack/react-query';
import { daysOf } from '../../shared/domain/calendar-with-year.ts';
import { ask, type Schemas } from '../platform/api.ts';
import { useKept } from '../platform/kept.ts';
import { useMe } from '../platform/me.ts';
import { POLL_MS } from '../platform/read-again.ts';
import { useApi } from '../platform/services.ts';

export type Calendars = Schemas['CalendarsBody'];
export type CalendarVersion = Schemas['CalendarVersionBody'];
export type CurrentCalendar = Schemas['CurrentCalendarBody'];
export type Calendar = CurrentCalendar['calendar'];
export type DayOff = Calendar['daysOff'][number];
export type MakeUpDay = Calendar['makeUpWorkdays'][number];
export type Weekly = Calendar['weekly'];

export const calendarsKey = ['administration', 'calendars'] as const;

/** Which years there are, and who published what. */
export function useCalendars() {
  const api = useApi();
  return useQuery({
    queryKey: [...calendarsKey, 'all'],
    queryFn: () => ask(api.GET('/v1/directory/calendars')),
  });
}

/** The calendar that holds now. */
export function useCalendar() {
  const api = useApi();
  return useQuery({
    queryKey: [...calendarsKey, 'current'],
    queryFn: () => ask(api.GET('/v1/directory/calendars/current')),
  });
}

/** How far running deadlines have been moved; asked again while it goes on. */
export function useMoving() {
  const api = useApi();
  return useQuery({
    queryKey: [...calendarsKey, 'moving'],
    queryFn: () => ask(api.GET('/v1/directory/calendars/moving')),
    refetchInterval: ({ state: { data } }) =>
      data?.moving == null || data.moving.state === 'done' ? false : POLL_MS,
  });
}

/** A year as it is being entered. */
export interface YearDraft {
  /** Number of the calendar that it was begun on. */
  readonly basedOn: number;
  readonly daysOff: readonly DayOff[];
  readonly makeUpWorkdays: readonly MakeUpDay[];
  /** Left out: the hours stay as they are. */
  readonly weekly?: Weekly;
}

export interface YearDrafting {
  readonly draft: YearDraft;
  readonly isChanged: boolean;
  readonly change: (part: Partial<YearDraft>) => void;
  /** Without hours of its own again. */
  readonly keepHours: () => void;
  readonly rebase: () => void;
  readonly discard: () => void;
}

const NONE = null as YearDraft | null;

/** What the calendar says of a year, and what somebody is making of it; the draft outlives the page. */
export function useYearDraft({ number, calendar }: CurrentCalendar, year: number): YearDrafting {
  const { subject } = useMe();
  const [kept, set] = useKept(`1022-year:${subject}:${year}`, NONE);
  const draft: YearDraft = kept ?? { basedOn: number, ...yearOf(calendar, year) };
  return {
    draft,
    isChanged: kept !== null,
    change: (part) => set({ ...draft, ...part }),
    keepHours: () => {
      const { weekly: _, ...rest } = draft;
      set(rest);
    },
    rebase: () => set({ ...draft, basedOn: number }),
    discard: () => set(null),
  };
}

const yearOf = (calendar: Calendar, year: number): Pick<YearDraft, 'daysOff' | 'makeUpWorkdays'> =>
  // They are days of this calendar; only whether a note may be undefined do the two types say differently.
  daysOf(calendar, year) as Pick<Calendar, 'daysOff' | 'makeUpWorkdays'>;
