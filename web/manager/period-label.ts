import type { Language } from '../words/define-words.ts';
import type { Step } from './figures-search.ts';
import { type Period, wholeMonth } from './periods.ts';

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;

/** Days are read as what they are, whatever zone the machine or the province is in. */
const inDays = (language: Language, options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', ...options });
  return (day: string): string => format.format(new Date(day));
};

/** `05/06/2020` */
export const dayLabel = (day: string, language: Language): string =>
  inDays(language, { day: '2-digit', month: '2-digit', year: 'numeric' })(day);

/** `tháng 6/2020`, or first and last day. */
export function periodLabel(period: Period, language: Language): string {
  const month = wholeMonth(period);
  if (month === undefined) {
    const [from, to] = [dayLabel(period.from, language), dayLabel(period.to, language)];
    return from === to ? from : `${from} – ${to}`;
  }
  return monthLabel(month, language);
}

const monthLabel = (month: string, language: Language): string =>
  language === 'vi'
    ? `tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`
    : inDays('en', { month: 'long', year: 'numeric' })(`${month}-01`);

/** Under a bar of a chart, as short as it can be understood: `05/06`, `06/2020`, `Q2/2020`, in both languages. */
export function stepLabel({ from }: Period, step: Step): string {
  const [year, month, day] = from.split('-');
  if (step === 'quarter') return `Q${Math.ceil(Number(month) / 3)}/${year ?? ''}`;
  return step === 'month' ? `${month ?? ''}/${year ?? ''}` : `${day ?? ''}/${month ?? ''}`;
}
