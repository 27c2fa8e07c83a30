import { useMemo } from 'react';
import { useFormat } from '../parts/format.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import { spokenTime, spokenWorkingTime } from './durations.ts';
import { figureName, type FigureKey } from './figure-names.ts';
import { periodLabel } from './period-label.ts';
import type { Period } from './periods.ts';
import { figuresWords } from './words.ts';

/** How figures are written for this reader. */
export function useFigureFormat() {
  const words = useWords(figuresWords);
  const { language } = useLanguage();
  const { number, percent } = useFormat();
  return useMemo(
    () => ({
      number,
      /** `77,0 %`, or a dash where there is nothing to divide by. */
      rate: (rate: number | null) => (rate === null ? words.none : percent(rate)),
      /** Of a difference of shares: points of per cent. */
      points: (difference: number) => words.points(number(Math.round(difference * 1_000) / 10)),
      name: (figure: FigureKey) => figureName(figure, language),
      period: (period: Period) => periodLabel(period, language),
      time: (minutes: number | null) => spokenTime(minutes, { words, number }),
      workingTime: (minutes: number | null) => spokenWorkingTime(minutes, { words, number }),
    }),
    [words, language, number, percent],
  );
}
