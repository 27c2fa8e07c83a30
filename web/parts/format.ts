import { useMemo } from 'react';
import { useServices } from '../platform/services.ts';
import { useLanguage } from '../words/language.tsx';

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

export interface Format {
  /** `14:05` today's sense: hours and minutes in the province. */
  readonly time: (instant: string) => string;
  /** `T6 28/11`. */
  readonly day: (instant: string) => string;
  /** `14:05 T6 28/11`. */
  readonly moment: (instant: string) => string;
  /** To the second, with year and zone: for hovering and print. */
  readonly exact: (instant: string) => string;
  readonly number: (value: number) => string;
  /** `97 %`. */
  readonly share: (value: number) => string;
  /** `77,0 %`: with the digit by which rates are compared. */
  readonly percent: (value: number) => string;
}

/** Numbers and times in the reader's locale; times are the province's, wherever the reader is. */
export function useFormat(): Format {
  const { language } = useLanguage();
  const { timeZone } = useServices().config;
  return useMemo(() => createFormat(LOCALES[language], timeZone), [language, timeZone]);
}

function createFormat(locale: string, timeZone: string): Format {
  const times = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (instant: string) => format.format(new Date(instant));
  };
  const time = times({ hour: '2-digit', minute: '2-digit' });
  const day = times({ weekday: 'short', day: '2-digit', month: '2-digit' });
  const share = new Intl.NumberFormat(locale, { style: 'percent' });
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const number = new Intl.NumberFormat(locale);
  return {
    time,
    day,
    moment: (instant) => `${time(instant)} ${day(instant)}`,
    exact: times({ dateStyle: 'full', timeStyle: 'long' }),
    number: (value) => number.format(value),
    share: (value) => share.format(value),
    percent: (value) => percent.format(value),
  };
}

/** `04:12`, or `1:04:12`: what is left until an instant, or how long ago it was. */
export function clockFace(ms: number): string {
  const whole = Math.abs(ms);
  const pad = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const tail = `${pad((whole % HOUR_MS) / MINUTE_MS)}:${pad((whole % MINUTE_MS) / 1_000)}`;
  return whole < HOUR_MS ? tail : `${Math.floor(whole / HOUR_MS)}:${tail}`;
}
