import * as z from 'zod';
import { AreaCode } from '../domain/area.ts';
import { Instant } from '../domain/case.ts';
import { CASE_COUNTERS, LocalDay } from '../domain/statistics.ts';
import { DEADLINE_FIGURES } from '../domain/statistics-deadlines.ts';
import { FIGURES } from '../domain/statistics-figures.ts';
import { FIGURES_FRESH_SECONDS } from '../domain/statistics-freshness.ts';
import { TIME_FIGURES } from '../domain/statistics-percentiles.ts';
import { BREAKDOWNS, DEADLINE_BREAKDOWNS, TIME_BREAKDOWNS } from '../domain/statistics-rows.ts';

/** Whole days in the jurisdiction's zone; both belong to the period. */
export const HeadlineQuery = z.strictObject({
  from: LocalDay,
  to: LocalDay,
  by: z.enum(BREAKDOWNS).optional(),
});

export const count = z.int().min(0);

/** When the counters were read; what that means is said in the description of the API. */
export const asOf = Instant.describe(
  `When the figures were read. A change of a case is in them within ${FIGURES_FRESH_SECONDS} seconds.`,
);

/**
 * Address of the cases of each of a line's figures, with `{figure}` for its name in `counts` (RFC 6570); parts are
 * `parts.doneOnTime` …, classes of the received have `&class=` besides. Null where the reader may not see them.
 */
export const cases = z.string().nullable();

/** A part of a whole, with both of its numbers. */
export const ShareBody = z.strictObject({
  numerator: count,
  denominator: count,
  /** 0 to 1, not rounded; null when the denominator is 0. */
  rate: z.number().nullable(),
  /** Wilson score interval, 95 %. */
  low: z.number().nullable(),
  high: z.number().nullable(),
});

/** The satisfactory-response rate over each denominator; the first is the headline. */
export const Satisfaction = z.strictObject({
  ofForwarded: ShareBody,
  ofAnswered: ShareBody,
  ofJudged: ShareBody,
  judgedOfAnswered: ShareBody,
  /** Whether enough cases were forwarded for a place in a ranking. */
  rankable: z.boolean(),
});

const FiguresBody = z.strictObject({
  /** Cases. Those from `forwarded` on are of cases forwarded in the period, those before of cases received in it. */
  counts: z.strictObject({
    ...(Object.fromEntries(CASE_COUNTERS.map((counter) => [counter, count])) as Record<
      (typeof CASE_COUNTERS)[number],
      typeof count
    >),
    /** Received, without those that follow another. */
    incidents: count,
    judged: count,
    satisfactory: count,
  }),
  answeredOfReceived: ShareBody,
  /** Reopened of answered. */
  reopenRate: ShareBody,
  satisfaction: Satisfaction,
  cases,
});

/** Whether the first contact was enough, of the received. */
const ContactBody = z.strictObject({
  counts: z.strictObject({ firstContact: count, repeats: count }),
  firstContactRate: ShareBody,
  repeatRate: ShareBody,
});

/** Units in one of which the place of a row lies; its cases count in none of their rows. */
export const among = z.array(AreaCode).readonly().optional();

export const DefinitionBody = z.strictObject({
  vi: z.string(),
  en: z.string(),
  /** Where it is defined with an example. */
  glossary: z.string(),
});

export const HeadlineBody = z.strictObject({
  period: z.strictObject({ from: LocalDay, to: LocalDay, timeZone: z.string() }),
  by: z.enum(BREAKDOWNS).nullable(),
  asOf,
  definitions: z.record(z.enum(FIGURES), DefinitionBody),
  /** Forwarded cases that a ranking needs. */
  minimumRankingSample: count,
  total: FiguresBody.extend({ contact: ContactBody }),
  /** The received cases by class; `unclassified` has none yet. */
  receivedByClass: z.strictObject({
    procedure: count,
    field_report: count,
    information: count,
    unclassified: count,
  }),
  /** In the order of the catalogue, empty ones too; they add up to the total, but for supporting departments. Empty without `by`. */
  rows: z.array(
    FiguresBody.extend({
      /** Code of the department, class … or `2020-03`, `2020-Q1`; null for cases that have none. */
      value: z.string().nullable(),
      name: z.string(),
      nameEn: z.string(),
      /** By department only: cases in which it supports another. Has no total: a case may have several. */
      supporting: count.optional(),
      /** By class, channel, month and quarter only. */
      contact: ContactBody.optional(),
      among,
    }),
  ),
});

/** Days to come may be asked for: they show what is ahead. */
export const DeadlinesQuery = z.strictObject({
  from: LocalDay,
  to: LocalDay,
  by: z.enum(DEADLINE_BREAKDOWNS).optional(),
});

/** Each case in one of four; `openOverdue` by whole days. */
const buckets = {
  doneOnTime: count,
  doneLate: count,
  openWithin: count,
  openOverdue: count,
};

const DeadlineFiguresBody = z.strictObject({
  counts: z.strictObject({
    due: count,
    ...buckets,
    paused: count,
    missed: count,
    extended: count,
    ended: count,
  }),
  onTimeRate: ShareBody,
  extensionRate: ShareBody,
  breachRate: ShareBody,
  onTimeRankable: z.boolean(),
  cases,
});

/** Every row of a table. */
export const row = {
  /** Code of the department, service …, or `2020-03`, `2020-Q1`; null for cases that have none. */
  value: z.string().nullable(),
  name: z.string(),
  nameEn: z.string(),
};

const answered = {
  period: z.strictObject({ from: LocalDay, to: LocalDay, timeZone: z.string() }),
  asOf,
};

export const DeadlinesBody = z.strictObject({
  ...answered,
  by: z.enum(DEADLINE_BREAKDOWNS).nullable(),
  /** The local day of asking. */
  today: LocalDay,
  definitions: z.record(z.enum(DEADLINE_FIGURES), DefinitionBody),
  minimumRankingSample: count,
  total: DeadlineFiguresBody,
  /** In the order of the catalogue, empty ones too; they add up to the total. Empty without `by`. */
  rows: z.array(
    DeadlineFiguresBody.extend({
      ...row,
      /** By department only: parts in support of another. Has no total: a case may have several. */
      parts: z.strictObject(buckets).optional(),
    }),
  ),
});

/** Whole days that have begun. */
export const TimesQuery = z.strictObject({
  from: LocalDay,
  to: LocalDay,
  by: z.enum(TIME_BREAKDOWNS).optional(),
});

/** Minutes, at most 2 % off, not rounded; null without a case. */
const PercentilesBody = z.strictObject({
  /** How many cases the percentiles are of. */
  cases: count,
  p50: z.number().nullable(),
  p90: z.number().nullable(),
  p95: z.number().nullable(),
});

const TimeFiguresBody = z.strictObject({
  /** Round the clock. */
  handOff: PercentilesBody,
  /** To the first answer: working time, and round the clock. */
  firstResponse: PercentilesBody,
  firstResponseElapsed: PercentilesBody,
  /** To the latest answer, from receipt also after a reopening; working time. */
  resolution: PercentilesBody,
  /** Of returns, whose number `cases` is here; by department, of the one that returned. */
  lost: PercentilesBody,
  cases,
});

export const TimesBody = z.strictObject({
  ...answered,
  by: z.enum(TIME_BREAKDOWNS).nullable(),
  definitions: z.record(z.enum(TIME_FIGURES), DefinitionBody),
  total: TimeFiguresBody,
  /** In the order of the catalogue, empty ones too. Their cases add up to the total's. Empty without `by`. */
  rows: z.array(TimeFiguresBody.extend(row)),
});
