import type { Deadlines, Headline, HeadlineRow, Returns, Series, Share } from './figures.ts';
import type { DepartmentColumn } from './figures-search.ts';

type DeadlinesRow = Deadlines['rows'][number];
type ReturnsRow = Returns['rows'][number];

/** Everything that the table says of one department. */
export interface DepartmentRow {
  /** Null: cases without a lead department. */
  readonly value: string | null;
  readonly name: string;
  readonly nameEn: string;
  readonly headline: HeadlineRow;
  readonly deadlines: DeadlinesRow | undefined;
  readonly returns: ReturnsRow | undefined;
  /** Of the period before; undefined without comparison. */
  readonly before: Share | undefined;
  /** Forwarded, by the last weeks. */
  readonly weeks: readonly number[];
}

export interface DepartmentSources {
  readonly headline: Headline;
  readonly deadlines: Deadlines | undefined;
  readonly returns: Returns | undefined;
  readonly before: Headline | undefined;
  readonly weeks: Series | undefined;
}

/** Joins what several answers say of each department; those without any case are left out when the period has others. */
export function departmentRows(sources: DepartmentSources): readonly DepartmentRow[] {
  const deadlines = byValue(sources.deadlines?.rows);
  const returns = byValue(sources.returns?.rows);
  const before = byValue(sources.before?.rows);
  const weeks = byValue(sources.weeks?.rows);
  return sources.headline.rows
    .map((headline) => ({
      value: headline.value,
      name: headline.name,
      nameEn: headline.nameEn,
      headline,
      deadlines: deadlines.get(headline.value),
      returns: returns.get(headline.value),
      before: before.get(headline.value)?.satisfaction.ofForwarded,
      weeks: weeks.get(headline.value)?.counts.forwarded ?? [],
    }))
    .filter(({ value, headline: { counts } }) => value !== null || counts.forwarded > 0);
}

const byValue = <Row extends { readonly value: string | null }>(
  rows: readonly Row[] | undefined,
): ReadonlyMap<string | null, Row> => new Map((rows ?? []).map((row) => [row.value, row]));

/** Rates go by the lower end of their interval: thirty perfect cases are less than a thousand nearly perfect ones. */
const measure: Readonly<
  Record<Exclude<DepartmentColumn, 'name'>, (row: DepartmentRow) => number | null>
> = {
  forwarded: ({ headline }) => headline.counts.forwarded,
  satisfactory: ({ headline }) => headline.counts.satisfactory,
  rate: ({ headline }) =>
    headline.satisfaction.rankable ? headline.satisfaction.ofForwarded.low : null,
  onTime: ({ deadlines }) => (deadlines?.onTimeRankable === true ? deadlines.onTimeRate.low : null),
  openOverdue: ({ deadlines }) => deadlines?.counts.openOverdue ?? null,
  refused: ({ returns }) => returns?.refusals?.refused ?? null,
};

/** What cannot be ranked, for want of cases, stands last whichever way the table is sorted. */
export function sorted(
  rows: readonly DepartmentRow[],
  { column, up }: { readonly column: DepartmentColumn; readonly up: boolean },
): readonly DepartmentRow[] {
  const way = up ? 1 : -1;
  if (column === 'name') {
    return rows.toSorted((a, b) => way * a.name.localeCompare(b.name, 'vi'));
  }
  const of = measure[column];
  const bySize = (a: DepartmentRow, b: DepartmentRow): number =>
    b.headline.counts.forwarded - a.headline.counts.forwarded;
  return rows.toSorted((a, b) => {
    const [one, other] = [of(a), of(b)];
    if (one !== null && other !== null) return way * (one - other) || bySize(a, b);
    return Number(one === null) - Number(other === null) || bySize(a, b);
  });
}

interface Slip {
  readonly row: HeadlineRow;
  /** Where its cases of the period before are listed. */
  readonly was: string | null;
  readonly from: Share;
  readonly by: number;
}

/** The departments whose rate fell most since the period before, of those with enough cases in both; worst first. */
export function slipping({ rows }: Headline, before: Headline, most: number): readonly Slip[] {
  const earlier = byValue(before.rows);
  return rows
    .flatMap((row) => {
      const then = earlier.get(row.value);
      const [now, from] = [rankedShare(row), rankedShare(then)];
      return now === undefined || from === undefined
        ? []
        : [{ row, was: then?.cases ?? null, from, by: from.rate - now.rate }];
    })
    .filter(({ by }) => by > 0)
    .toSorted((a, b) => b.by - a.by)
    .slice(0, most);
}

/** Undefined for departments that are too small to compare, and for cases without one. */
function rankedShare(row: HeadlineRow | undefined) {
  if (row?.value == null || !row.satisfaction.rankable) return undefined;
  const { rate, ...share } = row.satisfaction.ofForwarded;
  return rate === null ? undefined : { ...share, rate };
}
