import type { CaseId, JurisdictionId } from '../domain/case.ts';
import type { Result } from '../domain/result.ts';
import type { Contribution, Counter, LocalDay, SummedDimension } from '../domain/statistics.ts';
import type { CountedCase, CountingStep, Increment } from '../domain/statistics-counting.ts';
import type { StatisticsJob, StatisticsJobKind } from '../domain/statistics-job.ts';
import type { Period } from '../domain/statistics-period.ts';
import type { MonthTimes } from '../domain/statistics-times.ts';

/**
 * A complete set of counters. There is one in use; a rebuild fills the next one beside it and then switches, so
 * that neither intake nor readers wait.
 */
export interface Generation {
  readonly jurisdictionId: JurisdictionId;
  readonly number: number;
}

export interface CountingConflict {
  readonly code: 'COUNTING_CONFLICT';
}

/** Counts cases, each version once. */
export interface StatisticsLedger {
  /** Where a change must be counted now: in the generation in use and in one that is being built. */
  generations(jurisdictionId: JurisdictionId): Promise<readonly Generation[]>;
  /** What is counted of these cases; one that is not counted yet is missing. Sees every step taken before. */
  counted(
    generation: Generation,
    caseIds: readonly CaseId[],
  ): Promise<ReadonlyMap<CaseId, CountedCase>>;
  /**
   * Takes each step entirely or not at all, and only while its case is still counted as `from`. After a conflict
   * some steps may have been taken: ask `counted` and try the rest.
   */
  count(
    generation: Generation,
    steps: readonly CountingStep[],
  ): Promise<Result<null, CountingConflict>>;
}

/** Sums of one value of a dimension over those days of a month that were asked for. */
export interface MonthSum {
  readonly dimension: SummedDimension;
  /** `2020-03` */
  readonly month: string;
  readonly value: string;
  /** A counter that is missing is 0. */
  readonly counts: Readonly<Partial<Record<Counter, number>>>;
}

/** Reads figures from the generation in use. What it costs does not depend on how many cases there are. */
export interface StatisticsReader {
  /**
   * One row for each dimension, month and value that has ever been counted, all of one moment: what adds up in the cases adds
   * up here. May lag behind by a moment.
   */
  sums(question: SumsQuestion): Promise<readonly MonthSum[]>;
}

export interface SumsQuestion {
  readonly jurisdictionId: JurisdictionId;
  readonly dimensions: readonly SummedDimension[];
  readonly period: Period;
}

/** What one value of a dimension was counted for on one day. */
export interface DaySum extends MonthSum {
  readonly day: LocalDay;
}

/** Reads the same counters day by day. Costs what `sums` costs. */
export interface SeriesReader {
  /** One row for each day and value on which anything was counted. May lag behind by a moment. */
  daySums(question: SumsQuestion): Promise<readonly DaySum[]>;
}

/** Reads the sketches behind percentiles, which no other figure reads. */
export interface TimesReader {
  /** One row for each month, department and service with a time in the period. May lag behind by a moment. */
  times(question: {
    readonly jurisdictionId: JurisdictionId;
    readonly period: Period;
  }): Promise<readonly MonthTimes[]>;
}

/** A case with what it counts for. */
export interface ListedCase {
  readonly caseId: CaseId;
  /** Where it stands in the list: by its receipt, the same in every month and for as long as it exists. */
  readonly place: string;
  readonly contributions: readonly Contribution[];
}

export interface CountedQuestion {
  readonly jurisdictionId: JurisdictionId;
  /** `2020-03` */
  readonly months: readonly string[];
  /** Only cases behind this place: that of a case, or a date, before any case that was received on it. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Shows which cases were counted, in the generation in use. May lag behind by a moment. */
export interface CountedCases {
  /**
   * Cases that have counted for something in these months, in order of receipt, each once, with what they count for now.
   * A case keeps its place whatever becomes of it, so that page by page none comes twice, and none is left out that was
   * there all the time.
   */
  list(question: CountedQuestion): Promise<{
    readonly cases: readonly ListedCase[];
    /** Undefined when no case is left. */
    readonly next: string | undefined;
  }>;
}

/** Shows every counter of a month, for comparing with a recount. */
export interface CounterAudit {
  counters(generation: Generation, month: string): Promise<readonly Increment[]>;
}

export interface RebuildSuperseded {
  readonly code: 'REBUILD_SUPERSEDED';
}

export interface StatisticsGenerations {
  /** From now on changes are counted in a new, empty generation too. An unfinished one is given up. */
  begin(jurisdictionId: JurisdictionId): Promise<Generation>;
  /** Readers see this generation from now on, if they do not yet; refused when another rebuild began since. */
  finish(generation: Generation): Promise<Result<null, RebuildSuperseded>>;
  /**
   * Deletes, of a page of the table from `after` on, what no reader can still be reading: all but the generation in use, the one
   * before it and one being built. Page by page it reads the whole table; `next` is undefined after the last.
   */
  sweep(
    jurisdictionId: JurisdictionId,
    after: string | undefined,
  ): Promise<{ readonly deleted: number; readonly next: string | undefined }>;
}

export interface JobConflict {
  readonly code: 'JOB_CONFLICT';
}

/** The latest recount and the latest rebuild, and how far they have come. */
export interface StatisticsJobs {
  find(jurisdictionId: JurisdictionId, kind: StatisticsJobKind): Promise<StatisticsJob | undefined>;
  /** Takes the place of the one before. */
  begin(jurisdictionId: JurisdictionId, job: StatisticsJob): Promise<void>;
  /** Stores a step only after the one before it (`revision`), and only while no other job has taken its place. */
  save(jurisdictionId: JurisdictionId, job: StatisticsJob): Promise<Result<null, JobConflict>>;
}
