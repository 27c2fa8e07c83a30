/** How an area is filled, so that it can be told from the others without colours. */
export const FILLS = ['dark', 'hatched', 'light', 'blank', 'muted'] as const;
export type Fill = (typeof FILLS)[number];

/** Ends of an interval about a value. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface ChartSeries {
  readonly name: string;
  readonly fill: Fill;
  /** One a category; null: nothing to show. */
  readonly values: readonly (number | null)[];
  readonly intervals?: readonly (Interval | null)[];
  /** Categories whose value says too little to be held against others; shown as `muted`. */
  readonly muted?: readonly boolean[];
}

/** A chart as data: every writer draws the same one. */
export interface Chart {
  /** Letters, digits and hyphens; names the file of its own. */
  readonly chartId: string;
  /** What it shows, as a finding. */
  readonly title: string;
  /** For whoever does not see it: every number in words. */
  readonly description: string;
  /** Upright columns or lying bars. */
  readonly form: 'columns' | 'bars';
  readonly stacked: boolean;
  /** What the values are: `count` of cases, `share` from 0 to 1, or an `amount` of `axis`. */
  readonly unit: 'count' | 'share' | 'amount';
  /** What the axis of values counts. */
  readonly axis: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
}
