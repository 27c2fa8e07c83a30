import { useLanguage, useNamed, useWords } from '../words/language.tsx';
import { departmentRows, sorted } from './department-rows.ts';
import { reportSheets } from './report-sheets.ts';
import { sectionWords } from './section-words.ts';
import type { Sheet } from './sheets.ts';
import { useActivity } from './use-activity.ts';
import { useBacklog } from './use-backlog.ts';
import { useChosen } from './use-chosen.ts';
import { useFigureFormat } from './use-figure-format.ts';
import {
  useDeadlines,
  useHeadline,
  useReturns,
  useRouting,
  useSeries,
  useTimes,
  useWeeks,
} from './use-figures.ts';
import { figuresWords } from './words.ts';

/** Everything that the page asks for, each answer as it comes. */
export function useReport() {
  const { period, before, by, step, place } = useChosen();
  return {
    headline: useHeadline('department', period),
    headlineBefore: useHeadline('department', before),
    deadlines: useDeadlines(period),
    deadlinesBefore: useDeadlines(before),
    times: useTimes(period),
    timesBefore: useTimes(before),
    routing: useRouting(period),
    routingBefore: useRouting(before),
    returns: useReturns(period),
    places: useHeadline(place, period),
    series: useSeries({ period, step, by }),
    weeks: useWeeks(period),
    activity: useActivity(period),
    backlog: useBacklog(),
  };
}
export type Report = ReturnType<typeof useReport>;

/** What is shown as tables for a file; undefined until all of it is there. */
export function useReportSheets(report: Report): readonly Sheet[] | undefined {
  const words = useWords(figuresWords);
  const { rateColumn } = useWords(sectionWords);
  const { language } = useLanguage();
  const named = useNamed();
  const { name } = useFigureFormat();
  const { sort } = useChosen();
  const data = whole(report);
  if (data === undefined) return undefined;
  const rows = departmentRows({ ...data, weeks: undefined });
  return reportSheets(
    { ...data, departments: sorted(rows, sort) },
    {
      ...words,
      rate: rateColumn,
      name,
      named,
      define: (definition) => definition?.[language] ?? '',
    },
  );
}

function whole(report: Report) {
  const [headline, deadlines, times] = [
    report.headline.data,
    report.deadlines.data,
    report.times.data,
  ];
  const [routing, returns] = [report.routing.data, report.returns.data];
  const [series, places] = [report.series.data, report.places.data];
  if (!headline || !deadlines || !times) return undefined;
  if (!routing || !returns || !series || !places) return undefined;
  const before = report.headlineBefore.data;
  return { headline, before, deadlines, times, routing, returns, series, places };
}
