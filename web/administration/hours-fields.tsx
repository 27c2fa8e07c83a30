import { Checkbox, Text, TextInput, Title } from '@mantine/core';
import { useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import { calendarWords } from './calendar-words.ts';
import type { Weekly, YearDrafting } from './use-calendars.ts';

const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const satisfies readonly (keyof Weekly)[];

interface HoursFieldsProps {
  readonly drafting: YearDrafting;
  /** The hours of the calendar where a year has none of its own. */
  readonly usual: Weekly;
}

/** The hours of the year, which stay as they are unless somebody says otherwise. */
export function HoursFields({ drafting, usual }: HoursFieldsProps) {
  const words = useWords(calendarWords);
  const { draft, change, keepHours } = drafting;
  const { weekly } = draft;
  return (
    <section aria-label={words.hours}>
      <Title order={2} size="h5" mb="xs">
        {words.hours}
      </Title>
      <Checkbox
        label={words.changeHours}
        description={words.changeHoursHint}
        checked={weekly !== undefined}
        onChange={({ currentTarget }) =>
          currentTarget.checked ? change({ weekly: usual }) : keepHours()
        }
      />
      {weekly !== undefined && (
        <>
          <Text size="sm" c="dimmed" my="xs">
            {words.windowsHint}
          </Text>
          <div className={classes['dayFields']}>
            {WEEKDAYS.map((day) => (
              <TextInput
                key={day}
                label={words[day]}
                defaultValue={weekly[day].join(', ')}
                onBlur={({ currentTarget }) =>
                  change({ weekly: { ...weekly, [day]: windowsOf(currentTarget.value) } })
                }
              />
            ))}
          </div>
        </>
      )}
    </section>
  );
}

const windowsOf = (text: string): string[] =>
  text
    .split(',')
    .map((window) => window.trim())
    .filter((window) => window !== '');
