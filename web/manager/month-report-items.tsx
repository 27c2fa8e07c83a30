import { Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { REPORT_FORMATS, type ReportFormat } from '../../shared/domain/report/report-format.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { ask } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import { useWords } from '../words/language.tsx';
import { give } from './download.ts';
import { monthReportWords } from './month-report-words.ts';
import { type Period, wholeMonth } from './periods.ts';

/** The official report of the chosen month as a file; where no whole month is chosen, why there is none. */
export function MonthReportItems({ period }: { readonly period: Period }) {
  const words = useWords(monthReportWords);
  const report = useMonthReport();
  const month = wholeMonth(period);
  return (
    <>
      <Menu.Divider />
      {REPORT_FORMATS.map((format) => (
        <Menu.Item
          key={format}
          // It stays open until the file is there, or what went wrong has been read.
          closeMenuOnClick={false}
          disabled={month === undefined || report.isPending}
          onClick={() => {
            if (month !== undefined) report.mutate({ month, format });
          }}
        >
          {words[format]}
        </Menu.Item>
      ))}
      {month === undefined && <Menu.Label>{words.whyNot}</Menu.Label>}
      {report.isPending && <Menu.Label role="status">{words.making}</Menu.Label>}
      {report.error !== null && <ErrorNote error={report.error} />}
      <Menu.Divider />
    </>
  );
}

function useMonthReport() {
  const api = useApi();
  return useMutation({
    mutationFn: async (query: { readonly month: string; readonly format: ReportFormat }) => {
      const answer = api.GET('/v1/statistics/monthly-report', {
        params: { query },
        parseAs: 'blob',
      });
      give(await ask(answer), `bao-cao-1022-${query.month}.${query.format}`);
    },
  });
}
