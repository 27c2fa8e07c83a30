import type { Actor } from '../../shared/domain/actor.ts';
import { NONE } from '../../shared/domain/statistics.ts';
import type { CrossDimension } from '../../shared/domain/statistics-cross.ts';
import type { Line } from '../../shared/domain/statistics-drill-down.ts';
import type { Period } from '../../shared/domain/statistics-period.ts';
import { isSpan, withinSpan } from '../../shared/domain/statistics-spans.ts';
import { mayOpen } from '../../shared/usecases/list-figure-cases.ts';

const PATH = '/v1/statistics/cases';
/** Where the cases of a line's figures are listed, `{figure}` standing for the name of one; null where the reader may not. */
export const casesLink = (period: Period, within: readonly Line[], by: Actor): string | null =>
  linkTo({ days: new URLSearchParams(Object.entries(period)).toString(), within, by });

interface Opened {
  readonly days: string;
  readonly within: readonly Line[];
  readonly by: Actor;
}

function linkTo({ days, within, by }: Opened): string | null {
  if (!mayOpen(by, within)) return null;
  const lines = new URLSearchParams(within.map(([...line]) => line)).toString();
  return `${PATH}?${days}${lines && '&'}${lines}&figure={figure}`;
}

/** Of a number in a series: `{from}` and `{to}` stand for the days of its step. */
export const stepsLink = (within: readonly Line[], by: Actor): string | null =>
  linkTo({ days: 'from={from}&to={to}', within, by });

/** Of what stands in several lines of one table; lines of time narrow the days. */
export function linesLink(
  lines: readonly (readonly [CrossDimension, string | null])[],
  { period, reader }: { readonly period: Period; readonly reader: Actor },
): string | null {
  let days = period;
  const within: Line[] = [];
  for (const [by, value] of lines) {
    if (isSpan(by)) days = withinSpan(days, by, value ?? '');
    else within.push([by, value ?? NONE]);
  }
  return casesLink(days, within, reader);
}
