import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import type { CalendarData } from '../../shared/domain/business-calendar-data.ts';
import type { Contender } from './contenders.ts';

/** dayjs-business-time with the same windows and days off. It keeps them globally, so there can be one only. */
export function businessTimeOf({ weekly, daysOff }: CalendarData): Contender {
  dayjs.extend(businessTime);
  dayjs.setHolidays(daysOff.map(({ date }) => date));
  dayjs.setBusinessTime({
    monday: segments(weekly.monday),
    tuesday: segments(weekly.tuesday),
    wednesday: segments(weekly.wednesday),
    thursday: segments(weekly.thursday),
    friday: segments(weekly.friday),
    saturday: segments(weekly.saturday),
    sunday: segments(weekly.sunday),
  });
  return {
    name: 'dayjs-business-time',
    add: (questions) => {
      const inputs = questions.map(({ from, minutes }) => ({ from: dayjs(from), minutes }));
      return () => inputs.map(({ from, minutes }) => from.addBusinessMinutes(minutes).valueOf());
    },
    difference: (questions) => {
      const inputs = questions.map(({ from, to }) => ({ from: dayjs(from), to: dayjs(to) }));
      return () => inputs.map(({ from, to }) => from.businessMinutesDiff(to));
    },
  };
}

/** A day without windows is null there. */
const segments = (windows: readonly string[]) =>
  windows.length === 0
    ? null
    : windows.map((window) => {
        const [start = '', end = ''] = window.split('-');
        return { start: `${start}:00`, end: `${end}:00` };
      });
