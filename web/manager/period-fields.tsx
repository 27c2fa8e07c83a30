import { NativeSelect, TextInput } from '@mantine/core';
import { useWords } from '../words/language.tsx';
import { type Period, PRESETS, presetOf, presetPeriod } from './periods.ts';
import { figuresWords } from './words.ts';

interface PeriodFieldsProps {
  readonly period: Period;
  readonly today: string;
  readonly choose: (period: Period) => void;
}

/** Which days: one of those that are asked for often, or any. */
export function PeriodFields(props: PeriodFieldsProps) {
  const words = useWords(figuresWords);
  const { period, today, choose } = props;
  const preset = presetOf(period, today);
  return (
    <>
      <NativeSelect
        label={words.period}
        value={preset ?? 'custom'}
        onChange={({ currentTarget: { value } }) => {
          const chosen = PRESETS.find((one) => one === value);
          if (chosen !== undefined) choose(presetPeriod(chosen, today));
        }}
        data={[
          ...PRESETS.map((one) => ({ value: one, label: words[one] })),
          { value: 'custom', label: words.custom, disabled: true },
        ]}
      />
      <Days {...props} />
    </>
  );
}

/** The browser's own fields: in the reader's way of writing dates, by keyboard and on a phone. */
function Days({ period, today, choose }: PeriodFieldsProps) {
  const words = useWords(figuresWords);
  return (
    <>
      <TextInput
        type="date"
        label={words.from}
        value={period.from}
        max={today}
        onChange={({ currentTarget: { value: from } }) => {
          if (from !== '') choose({ from, to: from > period.to ? from : period.to });
        }}
      />
      <TextInput
        type="date"
        label={words.to}
        value={period.to}
        max={today}
        onChange={({ currentTarget: { value: to } }) => {
          if (to !== '') choose({ from: to < period.from ? to : period.from, to });
        }}
      />
    </>
  );
}
