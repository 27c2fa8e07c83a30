import { Title } from '@mantine/core';
import { useWords } from '../words/language.tsx';
import { ActivityTotals } from './activity-totals.tsx';
import { BacklogTotals } from './backlog-totals.tsx';
import { Deadlines } from './deadlines.tsx';
import { Definitions } from './definitions.tsx';
import { Departments } from './departments.tsx';
import classes from './figures.module.css';
import { FiguresPlaces } from './figures-places.tsx';
import { Fresh } from './fresh.tsx';
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
  return (
    <article className={classes['page']}>
      <header className={classes['head']}>
        <Title order={1} size="h3">
          {words.reportTitle(format.period(period))}
        </Title>
        <FiguresPlaces period={period} />
        <Fresh asOf={report.headline.data?.asOf} />
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
        {(series) =>
          headline.data && <Received series={series} headline={headline.data} before={before} />
        }
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
      <Answered query={report.activity} height={200}>
        {(data) => <ActivityTotals activity={data} />}
      </Answered>
      <Answered query={report.backlog} height={200}>
        {(data) => <BacklogTotals backlog={data} />}
      </Answered>
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
