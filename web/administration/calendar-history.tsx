import { Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../parts/empty-state.tsx';
import { Moment } from '../parts/moment.tsx';
import { ask, type Schemas } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import { useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import { administrationWords } from './administration-words.ts';
import { calendarWords } from './calendar-words.ts';
import { type CalendarVersion, calendarsKey } from './use-calendars.ts';

type YearBody = NonNullable<Schemas['CalendarDetails']['before']>;

/** Who published which year, when and why, newest first. */
export function CalendarHistory({ versions }: { readonly versions: readonly CalendarVersion[] }) {
  const words = useWords(administrationWords);
  const published = versions.filter((version) => version.published !== null);
  return (
    <section aria-labelledby="history" className={classes['history']}>
      <Title order={2} size="h5" id="history">
        {words.history}
      </Title>
      {published.length === 0 && <EmptyState title={words.noHistory} />}
      <ul>
        {published.map((version) => (
          <Version key={version.number} version={version} />
        ))}
      </ul>
    </section>
  );
}

function Version({ version: { number, published } }: { readonly version: CalendarVersion }) {
  const words = useWords(administrationWords);
  const calendar = useWords(calendarWords);
  const [isOpen, setOpen] = useState(false);
  if (published === null) return null;
  return (
    <li>
      <Group gap="xs" justify="space-between">
        <Text>
          <b>{words.version(number)}</b> · {calendar.ofYear(published.year)} ·{' '}
          {words.by(published.by.id)} <Moment at={published.at} />
        </Text>
        <Button
          variant="default"
          size="compact-md"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? words.hide : words.compare}: ${words.version(number)}`}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? words.hide : words.compare}
        </Button>
      </Group>
      <Text>{published.reason}</Text>
      {published.moveRunning && (
        <Text size="sm" c="dimmed">
          {calendar.movedRunning}
        </Text>
      )}
      {isOpen && <BeforeAndAfter number={number} />}
    </li>
  );
}

function BeforeAndAfter({ number }: { readonly number: number }) {
  const words = useWords(administrationWords);
  const api = useApi();
  const { data } = useQuery({
    queryKey: [...calendarsKey, 'version', number],
    // What was published never changes.
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      ask(api.GET('/v1/directory/calendars/versions/{number}', { params: { path: { number } } })),
  });
  if (data === undefined) return <Skeleton h={160} mt="xs" aria-busy />;
  return (
    <div className={classes['pair']}>
      <YearSide name={words.before} year={data.before} other={data.after} />
      <YearSide name={words.after} year={data.after} other={data.before} />
    </div>
  );
}

interface YearSideProps {
  readonly name: string;
  readonly year: YearBody | null;
  readonly other: YearBody | null;
}

/** The days of a year; those that the other side does not have stand out. */
function YearSide({ name, year, other }: YearSideProps) {
  const words = useWords(calendarWords);
  const common = useWords(administrationWords);
  const lines = linesOf(year);
  const known = new Set(linesOf(other).map((line) => line.key));
  return (
    <div>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      {year === null && common.nothing}
      {lines.map(({ key, date, kind, what }) => (
        <Text key={key} size="sm" fw={known.has(key) ? 400 : 600}>
          {dayOf(date)} · {words[kind]} · {what}
        </Text>
      ))}
    </div>
  );
}

const linesOf = (year: YearBody | null) =>
  year === null
    ? []
    : [
        ...year.daysOff.map(({ date, kind, name }) => ({ date, kind, what: name })),
        ...year.makeUpWorkdays.map(({ date, insteadOf }) => ({
          date,
          kind: 'instead' as const,
          what: dayOf(insteadOf),
        })),
      ]
        .map((line) => ({ ...line, key: `${line.date} ${line.kind} ${line.what}` }))
        .sort((one, other) => (one.key < other.key ? -1 : 1));

/** `28/11/2026`: a day of the province, whatever the zone of the reader. */
const dayOf = (date: string): string => date.split('-').toReversed().join('/');
