import type {
  CalendarData,
  DepartmentHours,
  Season,
  Weekly,
} from '../../shared/domain/business-calendar-data.ts';

/**
 * The rule of working time in its plainest form: which minutes of one local date are open, from the text of the data
 * and the date alone. Written apart from the calendar it judges and sharing nothing with it but the data's form.
 */
export function openMinutesOf(data: CalendarData, date: string, department?: string): Uint8Array {
  const minutes = new Uint8Array(1440);
  const own = Object.entries(data.departments ?? {}).find(([code]) => code === department)?.[1];
  if (own?.roundTheClock === true) return minutes.fill(1);
  if (data.daysOff.some((off) => off.date === date)) return minutes;
  for (const window of windowsOf(data, date, own)) {
    const [opens, closes] = window.split('-').map(minuteOfDay);
    minutes.fill(1, opens, closes);
  }
  return minutes;
}

function windowsOf(data: CalendarData, date: string, own?: DepartmentHours): readonly string[] {
  const week = weekOf(data, date, own);
  const exchange = data.makeUpWorkdays.find((day) => day.date === date);
  if (exchange === undefined) return week[weekdayOf(date)];
  const inExchange = week[weekdayOf(exchange.insteadOf)];
  return inExchange.length > 0 ? inExchange : week[weekdayOf(date)];
}

function weekOf(data: CalendarData, date: string, own?: DepartmentHours): Weekly {
  let seasons = data.seasons;
  let usual = data.weekly;
  if (own?.weekly !== undefined) {
    usual = own.weekly;
    seasons = [];
  }
  if (own?.seasons !== undefined) seasons = own.seasons;
  return seasons?.find((season) => isWithin(season, date))?.weekly ?? usual;
}

/** Dates and days of the year compare as text. */
function isWithin({ from, until }: Season, date: string): boolean {
  const day = from.length === 5 ? date.slice(5) : date;
  return from <= until ? from <= day && day <= until : from <= day || day <= until;
}

const weekdays = new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: 'UTC' });

const weekdayOf = (date: string) =>
  weekdays.format(new Date(`${date}T12:00:00Z`)).toLowerCase() as keyof CalendarData['weekly'];

function minuteOfDay(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return hour! * 60 + minute!;
}
