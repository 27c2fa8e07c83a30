import { ActionIcon, Button, NativeSelect, TextInput, Title, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { LimitedInput } from '../parts/limited-input.tsx';
import { useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import { calendarWords } from './calendar-words.ts';
import { useDayName } from './day-name.ts';
import type { DayOff, MakeUpDay } from './use-calendars.ts';

interface DaysProps<D> {
  readonly year: number;
  readonly days: readonly D[];
  readonly change: (days: readonly D[]) => void;
}

const KINDS = ['statutory', 'compensatory', 'swap_off'] as const;

/** Days on which nobody works. */
export function DaysOffFields({ year, days, change }: DaysProps<DayOff>) {
  const words = useWords(calendarWords);
  const kinds = KINDS.map((kind) => ({ value: kind, label: words[kind] }));
  const dayName = useDayName();
  const set = setting(days, change);
  const add = (): void =>
    change([...days, { date: `${year}-01-01`, name: '', kind: 'statutory', status: 'official' }]);
  return (
    <Days title={words.daysOff} addLabel={words.addDayOff} add={add}>
      {days.map((day, index) => (
        <Day key={index} label={words.remove(day.date)} remove={set(index).remove}>
          <TextInput
            type="date"
            label={`${words.date} · ${dayName(day.date)}`}
            required
            value={day.date}
            onChange={({ currentTarget }) => set(index).part({ date: currentTarget.value })}
          />
          <NativeSelect
            label={words.kind}
            data={kinds}
            value={day.kind}
            onChange={({ currentTarget }) => {
              const kind = KINDS.find((one) => one === currentTarget.value);
              // Whoever changes a day has its decision at hand.
              if (kind !== undefined) set(index).part({ kind, status: 'official' });
            }}
          />
          <LimitedInput
            label={words.name}
            required
            maxLength={120}
            value={day.name}
            onChange={({ currentTarget }) => set(index).part({ name: currentTarget.value })}
          />
        </Day>
      ))}
    </Days>
  );
}

/** Days of rest that are worked in exchange. */
export function MakeUpFields({ year, days, change }: DaysProps<MakeUpDay>) {
  const words = useWords(calendarWords);
  const dayName = useDayName();
  const set = setting(days, change);
  const add = (): void => change([...days, { date: `${year}-01-01`, insteadOf: `${year}-01-01` }]);
  return (
    <Days title={words.makeUp} addLabel={words.addMakeUp} add={add}>
      {days.map((day, index) => (
        <Day key={index} label={words.remove(day.date)} remove={set(index).remove}>
          <TextInput
            type="date"
            label={`${words.worked} · ${dayName(day.date)}`}
            required
            value={day.date}
            onChange={({ currentTarget }) => set(index).part({ date: currentTarget.value })}
          />
          <TextInput
            type="date"
            label={`${words.insteadOf} · ${dayName(day.insteadOf)}`}
            required
            value={day.insteadOf}
            onChange={({ currentTarget }) => set(index).part({ insteadOf: currentTarget.value })}
          />
        </Day>
      ))}
    </Days>
  );
}

const setting =
  <D extends object>(days: readonly D[], change: (days: readonly D[]) => void) =>
  (index: number) => ({
    part: (part: Partial<D>) =>
      change(days.map((day, place) => (place === index ? { ...day, ...part } : day))),
    remove: () => change(days.filter((_, place) => place !== index)),
  });

interface DaysFrame {
  readonly title: string;
  readonly addLabel: string;
  readonly add: () => void;
  readonly children: readonly ReactNode[];
}

function Days({ title, addLabel, add, children }: DaysFrame) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h5">
        {title} ({children.length})
      </Title>
      {children}
      <Button
        variant="default"
        mt="sm"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={add}
      >
        {addLabel}
      </Button>
    </section>
  );
}

interface DayFrame {
  readonly label: string;
  readonly remove: () => void;
  readonly children: ReactNode;
}

function Day({ label, remove, children }: DayFrame) {
  return (
    <div className={classes['dayRow']} role="group">
      <div className={classes['dayFields']}>{children}</div>
      <Tooltip label={label}>
        <ActionIcon variant="default" size={36} aria-label={label} onClick={remove}>
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
