import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { EmptyState } from '../parts/empty-state.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import { calendarWords } from './calendar-words.ts';
import { DaysOffFields, MakeUpFields } from './day-fields.tsx';
import { HoursFields } from './hours-fields.tsx';
import { type CurrentCalendar, useCalendar, useYearDraft } from './use-calendars.ts';
import { YearPreview } from './year-preview.tsx';

const YEAR = /^(19[9]\d|2[01]\d\d)$/;

/** One year of the calendar, to be entered or corrected, tried and published. */
export function YearPage() {
  const words = useWords(calendarWords);
  const { year } = useParams({ from: '/staff/administration/calendars/$year' });
  const calendar = useCalendar();
  if (!YEAR.test(year)) return <EmptyState title={words.noSuchYear} />;
  return (
    <div className={classes['page']}>
      <Anchor component={Link} to="/administration/calendars">
        {words.back}
      </Anchor>
      <Title order={1} size="h3">
        {words.ofYear(Number(year))}
      </Title>
      <Loaded query={calendar}>
        {(current) => <YearEditor current={current} year={Number(year)} />}
      </Loaded>
    </div>
  );
}

interface YearEditorProps {
  readonly current: CurrentCalendar;
  readonly year: number;
}

function YearEditor({ current, year }: YearEditorProps) {
  const words = useWords(calendarWords);
  const drafting = useYearDraft(current, year);
  const { draft, isChanged, change, rebase, discard } = drafting;
  const isStale = draft.basedOn !== current.number;
  const isKnown = current.calendar.coveredYears.includes(year);
  return (
    <div className={classes['sides']}>
      <Stack gap="lg">
        <Text c="dimmed">{isKnown ? words.yearKnown : words.yearNew}</Text>
        <DaysOffFields year={year} days={draft.daysOff} change={(daysOff) => change({ daysOff })} />
        <MakeUpFields
          year={year}
          days={draft.makeUpWorkdays}
          change={(makeUpWorkdays) => change({ makeUpWorkdays })}
        />
        <HoursFields drafting={drafting} usual={current.calendar.weekly} />
      </Stack>
      <Stack component="section" aria-label={words.publishing} gap="sm">
        {isChanged && isStale && (
          <Alert role="alert" color="yellow" variant="outline" title={words.conflictTitle}>
            <Text>{words.conflictBody(current.number)}</Text>
            <Text size="sm">{current.published?.reason}</Text>
            <Button variant="default" mt="xs" onClick={rebase}>
              {words.conflictGoOn(current.number)}
            </Button>
          </Alert>
        )}
        <Group gap="xs">
          <Text fw={500}>{isChanged ? words.changed : words.unchanged}</Text>
          {isChanged && (
            <Button variant="subtle" color="ink" size="compact-md" onClick={discard}>
              {words.discard}
            </Button>
          )}
        </Group>
        <YearPreview
          key={JSON.stringify([draft.daysOff, draft.makeUpWorkdays, draft.weekly])}
          year={year}
          drafting={drafting}
          isStale={isStale}
        />
      </Stack>
    </div>
  );
}
