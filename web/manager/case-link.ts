/** What the page of a figure's cases is told: the query of the API, and the number that was opened. */
export interface CasesSearch {
  readonly figure: string;
  readonly from: string;
  readonly to: string;
  /** How many cases the figure counted when it was opened; the list is held against it. */
  readonly count?: number;
  /** One for each line that the figure is narrowed to: `department=TA`, `-` for cases that have none. */
  readonly [narrowing: string]: string | number | undefined;
}

interface Opened {
  readonly figure: string;
  /** Left out where the number may have changed since it was told. */
  readonly count?: number;
  /** Of a series: the days of the step. */
  readonly days?: { readonly from: string; readonly to: string };
}

/** The address of a list of cases on the screen, of the address that the API gives with a line of figures. */
export function casesSearch(link: string, { figure, count, days }: Opened): CasesSearch {
  const query = new URLSearchParams(link.slice(link.indexOf('?') + 1));
  query.delete('figure');
  const { from = '', to = '', ...lines } = Object.fromEntries(query);
  const shown = { figure, from: days?.from ?? from, to: days?.to ?? to, ...lines };
  return count === undefined ? shown : { ...shown, count };
}

/** `&class=` besides: the received of one class, of the link of all. */
export const narrowed = (link: string | null, line: string, value: string): string | null =>
  link && link.replace('&figure=', `&${line}=${encodeURIComponent(value)}&figure=`);
