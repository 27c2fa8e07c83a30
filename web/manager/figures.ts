import type { Schemas } from '../platform/api.ts';

/** Answers of the API, by the names of this area. */
export type Headline = Schemas['HeadlineBody'];
export type HeadlineRow = Headline['rows'][number];
export type Deadlines = Schemas['DeadlinesBody'];
export type Times = Schemas['TimesBody'];
export type Routing = Schemas['RoutingBody'];
export type Returns = Schemas['ReturnsBody'];
export type Series = Schemas['SeriesBody'];
export type FigureCases = Schemas['FigureCasesBody'];

/** A part of a whole, with both of its numbers. */
export type Share = Headline['total']['answeredOfReceived'];

export interface Definition {
  readonly vi: string;
  readonly en: string;
  readonly glossary: string;
}
