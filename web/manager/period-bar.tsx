import { Button, Switch } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useWords } from '../words/language.tsx';
import { ExportMenu } from './export-menu.tsx';
import classes from './figures.module.css';
import { PeriodFields } from './period-fields.tsx';
import type { Sheet } from './sheets.ts';
import { useChosen } from './use-chosen.ts';
import { ViewSwitch } from './view-switch.tsx';
import { figuresWords } from './words.ts';

/** Which days, compared or not, as charts or tables, on paper or as a file. */
export function PeriodBar({ sheets }: { readonly sheets: readonly Sheet[] | undefined }) {
  const words = useWords(figuresWords);
  const { today, period, before, set } = useChosen();
  return (
    <div className={`${classes['bar'] ?? ''} screen-only`}>
      <PeriodFields period={period} today={today} choose={set} />
      <Switch
        label={words.compare}
        checked={before !== undefined}
        onChange={({ currentTarget: { checked } }) =>
          set({ compare: checked ? undefined : 'none' })
        }
      />
      <div className={classes['barEnd']}>
        <ViewSwitch />
        <ExportMenu sheets={sheets} name={`1022-${period.from}-${period.to}`} period={period} />
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
