import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { useNavigate } from '@tanstack/react-router';
import { useNamed } from '../words/language.tsx';
import { casesSearch } from './case-link.ts';
import type { Series } from './figures.ts';
import classes from './figures.module.css';
import { stepLabel } from './period-label.ts';
import { shownRows } from './shown-rows.ts';
import { useFigureFormat } from './use-figure-format.ts';

const HEIGHT_PX = 260;

/** Shades that stay apart in black and white; figures.module.css has them for both schemes. */
const SHADES = 8;
const shadeOf = (index: number): string => `var(--shade-${(index % SHADES) + 1})`;

/** Stacked bars, a step each; a click opens the cases of a part. The table view says the same to a keyboard. */
export function ReceivedChart({ series }: { readonly series: Series }) {
  const named = useNamed();
  const navigate = useNavigate();
  const { number } = useFigureFormat();
  const rows = shownRows(series);
  const data = series.steps.map((step, index) => ({
    step: stepLabel(step, series.step),
    index,
    ...Object.fromEntries(rows.map((row) => [named(row), row.counts.received[index] ?? 0])),
  }));
  const open = (name: string, index: number): void => {
    const row = rows.find((one) => named(one) === name);
    const [days, count] = [series.steps[index], row?.counts.received[index] ?? 0];
    if (row?.cases == null || days === undefined || count === 0) return;
    const search = casesSearch(row.cases, { figure: 'received', count, days });
    void navigate({ to: '/figures/cases', search });
  };
  return (
    // What it shows is in the table view as text.
    <div aria-hidden className={classes['chart']}>
      <BarChart
        h={HEIGHT_PX}
        data={data}
        dataKey="step"
        type="stacked"
        withLegend
        legendProps={{ position: 'bottom', itemSorter: null }}
        gridAxis="y"
        valueFormatter={number}
        series={rows.map((row, index) => ({ name: named(row), color: shadeOf(index) }))}
        barProps={(bar) => ({
          isAnimationActive: false,
          onClick: (_, index) => open(bar.name, index),
          cursor: 'pointer',
        })}
        barChartProps={{ accessibilityLayer: false }}
        maxBarWidth={48}
      />
    </div>
  );
}
