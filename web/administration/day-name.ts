import { useLanguage } from '../words/language.tsx';

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;

/** `T5, 04/02`: fields for dates show them in the browser's own way, and which weekday it is not at all. */
export function useDayName(): (date: string) => string {
  const { language } = useLanguage();
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    // A date without a time: midnight of UTC is only where it is read from.
    timeZone: 'UTC',
    weekday: 'short',
    day: '2-digit',
    month: '2-digit',
  });
  return (date) => {
    const at = Date.parse(`${date}T00:00:00Z`);
    return Number.isNaN(at) ? '…' : format.format(at);
  };
}
