import { Text, Title } from '@mantine/core';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/language.tsx';
import { AlertsLink } from './alerts-link.tsx';
import { Deadlines } from './deadlines.tsx';
import { Definitions } from './definitions.tsx';
import { Departments } from './departments.tsx';
import classes from './figures.module.css';
import { Headline } from './headline.tsx';
import { PeriodBar } from './period-bar.tsx';
import { Places } from './places.tsx';
import { PressNote } from './press-note.tsx';
import { Received } from './received.tsx';
import { Routing } from './routing.tsx';
import { Answered } from './section.tsx';
import { Slipping } from './slipping.tsx';
import { Times } from './times.tsx';
import { useChosen } from './use-chosen.ts';
import { useFigureFormat } from './use-figure-format.ts';
import { type Report, useReport, useReportSheets } from './use-report.ts';
import { figuresWords } from './words.ts';

/** "Are we answering people satisfactorily, and where not?" */
export function FiguresPage() {
  const words = useWords(figuresWords);
  const { period } = useChosen();
  const format = useFigureFormat();
  const report = useReport();
  const sheets = useReportSheets(report);
  const asOf = report.headline.data?.asOf;
  return (
    <article className={classes['page']}>
      <header className={classes['head']}>
        <Title order={1} size="h3">
          {words.reportTitle(format.period(period))}
        </Title>
        <AlertsLink />
        <Text size="sm" c="dimmed">
          {asOf !== undefined && (
            <>
              {words.asOf} <Moment at={asOf} />
            </>
          )}
        </Text>
      </header>
      <PeriodBar sheets={sheets} />
      <Sections report={report} />
      <Definitions report={report} />
    </article>
  );
}

function Sections({ report }: { readonly report: Report }) {
  const { headline, deadlines, returns } = report;
  const before = report.headlineBefore.data;
  return (
    <div className={classes['sections']}>
      <Answered query={headline} height={320}>
        {(data) => <Headline headline={data} before={before} />}
      </Answered>
      <Answered query={headline} height={320}>
        {(data) => (
          <>
            <Slipping headline={data} before={before} />
            <PressNote headline={data} deadlines={deadlines.data} />
          </>
        )}
      </Answered>
      <Answered query={report.series} height={400}>
        {(series) => headline.data && <Received series={series} headline={headline.data} />}
      </Answered>
      <Answered query={deadlines} height={400}>
        {(data) => <Deadlines deadlines={data} before={report.deadlinesBefore.data} />}
      </Answered>
      <div className={classes['wide']}>
        <Answered query={headline} height={900}>
          {(data) => (
            <Departments
              headline={data}
              deadlines={deadlines.data}
              returns={returns.data}
              before={before}
              weeks={report.weeks.data}
            />
          )}
        </Answered>
      </div>
      <Answered query={report.places} height={520}>
        {(data) => <Places headline={data} />}
      </Answered>
      <div>
        <Answered query={report.times} height={260}>
          {(data) => <Times times={data} before={report.timesBefore.data} />}
        </Answered>
        <Answered query={report.routing} height={260}>
          {(data) =>
            returns.data && (
              <Routing routing={data} before={report.routingBefore.data} returns={returns.data} />
            )
          }
        </Answered>
      </div>
    </div>
  );
}
