import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useWords } from '../words/language.tsx';
import { ExportMenu } from './export-menu.tsx';
import classes from './figures.module.css';
import { type Period, PRESETS, presetOf, presetPeriod } from './periods.ts';
import type { Sheet } from './sheets.ts';
import { useChosen } from './use-chosen.ts';
import { ViewSwitch } from './view-switch.tsx';
import { figuresWords } from './words.ts';

/** Which days, compared or not, as charts or tables, on paper or as a file. */
export function PeriodBar({ sheets }: { readonly sheets: readonly Sheet[] | undefined }) {
  const words = useWords(figuresWords);
  const { today, period, before, set } = useChosen();
  const preset = presetOf(period, today);
  return (
    <div className={`${classes['bar'] ?? ''} screen-only`}>
      <NativeSelect
        label={words.period}
        value={preset ?? 'custom'}
        onChange={({ currentTarget: { value } }) => {
          const chosen = PRESETS.find((one) => one === value);
          if (chosen !== undefined) set(presetPeriod(chosen, today));
        }}
        data={[
          ...PRESETS.map((one) => ({ value: one, label: words[one] })),
          { value: 'custom', label: words.custom, disabled: true },
        ]}
      />
      <Days period={period} today={today} choose={set} />
      <Switch
        label={words.compare}
        checked={before !== undefined}
        onChange={({ currentTarget: { checked } }) =>
          set({ compare: checked ? undefined : 'none' })
        }
      />
      <div className={classes['barEnd']}>
        <ViewSwitch />
        <ExportMenu sheets={sheets} name={`1022-${period.from}-${period.to}`} />
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {words.print}
        </Button>
      </div>
    </div>
  );
}

interface DaysProps {
  readonly period: Period;
  readonly today: string;
  readonly choose: (period: Period) => void;
}

/** The browser's own fields: in the reader's way of writing dates, by keyboard and on a phone. */
function Days({ period, today, choose }: DaysProps) {
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
