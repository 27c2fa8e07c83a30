import { Button, Group, ScrollArea, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../parts/format.ts';
import { Loaded } from '../parts/loaded.tsx';
import { useMay } from '../platform/me.ts';
import { useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import { CalendarHistory } from './calendar-history.tsx';
import { calendarWords } from './calendar-words.ts';
import { MovingNote } from './moving-note.tsx';
import { type Calendars, useCalendars } from './use-calendars.ts';

/** Which days are worked: the years of the calendar, and what was published of them. */
export function CalendarsPage() {
  const words = useWords(calendarWords);
  return (
    <div className={classes['page']}>
      <Title order={1} size="h3">
        {words.title}
      </Title>
      <Text c="dimmed">{words.intro}</Text>
      <MovingNote />
      <Loaded query={useCalendars()}>
        {({ years, versions }) => (
          <>
            <Years years={years} />
            <CalendarHistory versions={versions} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Years({ years }: Pick<Calendars, 'years'>) {
  const words = useWords(calendarWords);
  const format = useFormat();
  const mayChange = useMay()('publishCalendar');
  const next = Math.max(...years.map(({ year }) => year)) + 1;
  return (
    <>
      <ScrollArea type="auto" mt="md" viewportProps={{ tabIndex: 0 }}>
        <Table miw={520} maw={860} aria-label={words.years}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.year}</Table.Th>
              <Table.Th ta="right">{words.daysOff}</Table.Th>
              <Table.Th ta="right">{words.makeUp}</Table.Th>
              <Table.Th ta="right">{words.uncertain}</Table.Th>
              {mayChange && (
                <Table.Th>
                  <span className="visually-hidden">{words.change}</span>
                </Table.Th>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {years.map(({ year, daysOff, makeUpWorkdays, uncertain }) => (
              <Table.Tr key={year}>
                <Table.Th scope="row">{year}</Table.Th>
                <Table.Td ta="right">{format.number(daysOff)}</Table.Td>
                <Table.Td ta="right">{format.number(makeUpWorkdays)}</Table.Td>
                <Table.Td ta="right" {...(uncertain > 0 && { c: 'var(--state-at-risk)' })}>
                  {format.number(uncertain)}
                </Table.Td>
                {mayChange && (
                  <Table.Td ta="right">
                    <YearLink year={year}>{words.changeYear(year)}</YearLink>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
      {mayChange && (
        <Group mt="sm">
          <YearLink year={next}>{words.addYear(next)}</YearLink>
        </Group>
      )}
    </>
  );
}

function YearLink({ year, children }: { readonly year: number; readonly children: string }) {
  return (
    <Button
      variant="default"
      size="compact-md"
      renderRoot={(props) => (
        <Link {...props} to="/administration/calendars/$year" params={{ year: String(year) }} />
      )}
    >
      {children}
    </Button>
  );
}
