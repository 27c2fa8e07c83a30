import type { Chart, Fill } from './chart.ts';
import { number } from './words.ts';

/** What was received in each step of time, by class. */
export interface Steps {
  readonly chartId: string;
  readonly title: string;
  /** Short below the columns, in full where they are told. */
  readonly steps: readonly { readonly short: string; readonly full: string }[];
  readonly rows: readonly { readonly name: string; readonly received: readonly number[] }[];
}

const FILLS: readonly Fill[] = ['dark', 'hatched', 'light', 'blank'];

/** A column a step; classes without any case are left out. */
export function stepsChart({ chartId, title, steps, rows }: Steps): Chart {
  const shown = rows.filter(({ received }) => received.some((count) => count > 0));
  const told = shown.map(({ name, received }) => {
    const counts = steps.map(({ full }, place) => `${full}: ${number(received[place] ?? 0)}`);
    return `${name}: ${counts.join(', ')}`;
  });
  return {
    chartId,
    title,
    description: `Biểu đồ cột chồng. ${told.join('. ')}.`,
    form: 'columns',
    stacked: true,
    unit: 'count',
    axis: 'Vụ việc',
    categories: steps.map(({ short }) => short),
    series: shown.map(({ name, received }, place) => ({
      name,
      fill: FILLS[place] ?? 'muted',
      values: received,
    })),
  };
}
