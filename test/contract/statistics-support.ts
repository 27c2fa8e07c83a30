import { expect } from 'vitest';
import { foldJournal } from '../../shared/adapters/dynamodb/statistics-folding.ts';
import { readEntries } from '../../shared/adapters/dynamodb/statistics-journal.ts';
import { DynamoDbStatisticsGenerations } from '../../shared/adapters/dynamodb/statistics-generations.ts';
import { DynamoDbStatisticsJobs } from '../../shared/adapters/dynamodb/statistics-jobs.ts';
import { DynamoDbStatisticsLedger } from '../../shared/adapters/dynamodb/statistics-ledger.ts';
import { DynamoDbCountedCases } from '../../shared/adapters/dynamodb/statistics-lists.ts';
import { DynamoDbStatisticsReader } from '../../shared/adapters/dynamodb/statistics-reader.ts';
import type { StatisticsTable } from '../../shared/adapters/dynamodb/statistics-table.ts';
import { InMemoryStatisticsJobs } from '../../shared/adapters/memory/in-memory-statistics-jobs.ts';
import { InMemoryStatistics } from '../../shared/adapters/memory/in-memory-statistics.ts';
import type { Case, JurisdictionId } from '../../shared/domain/case.ts';
import { err, ok } from '../../shared/domain/result.ts';
import type { CaseLister, CasePage } from '../../shared/ports/case-lister.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import { monthsOf, type Period } from '../../shared/domain/statistics-period.ts';
import type {
  CountedCases,
  CounterAudit,
  SeriesReader,
  StatisticsGenerations,
  StatisticsJobs,
  StatisticsLedger,
  StatisticsReader,
  TimesReader,
} from '../../shared/ports/statistics.ts';
import { createCountCases, createProjectCases } from '../../shared/usecases/project-cases.ts';
import { createReadHeadline, type Headline } from '../../shared/usecases/read-headline.ts';
import { createRunJob, type StatisticsJobPorts } from '../../shared/usecases/run-statistics-job.ts';
import {
  isNaivelyIn,
  naiveDays,
  naiveContact,
  naiveFigures,
  naiveSupporting,
  naiveValue,
} from '../support/naive-statistics.ts';
import { jurisdiction, jurisdictionId } from '../support/random-cases.ts';

export interface StatisticsPorts {
  readonly ledger: StatisticsLedger;
  readonly reader: StatisticsReader & SeriesReader & TimesReader;
  readonly audit: CounterAudit;
  readonly lists: CountedCases;
  readonly generations: StatisticsGenerations;
  readonly jobs: StatisticsJobs;
}

export const inMemory = (): Promise<StatisticsPorts> => {
  const memory = new InMemoryStatistics();
  const all = { ledger: memory, reader: memory, audit: memory, lists: memory };
  return Promise.resolve({ ...all, generations: memory, jobs: new InMemoryStatisticsJobs() });
};

export const inDynamoDb = (table: StatisticsTable): StatisticsPorts => {
  const reader = new DynamoDbStatisticsReader(table);
  return {
    ledger: new DynamoDbStatisticsLedger(table),
    reader,
    audit: reader,
    lists: new DynamoDbCountedCases(table),
    generations: new DynamoDbStatisticsGenerations(table),
    jobs: new DynamoDbStatisticsJobs(table),
  };
};

/** Until nothing lies in the journal. */
export async function foldAll(table: StatisticsTable): Promise<void> {
  const generation = { jurisdictionId, number: 1 };
  while ((await readEntries(generation, table)).length > 0) await foldJournal(generation, table);
}

export const context = statisticsContext(jurisdiction);
/** Of a step that stands for no case. */
export const NOWHERE = { receivedAt: '2020-01-01T00:00:00.000Z', months: [] } as const;
export const clock = { now: () => new Date('2027-06-30T05:00:00.000Z') };

/** The base that a recount reads: the latest version of each case, in pages. */
export class CaseStore implements CaseLister {
  readonly #cases = new Map<string, Case>();
  readonly pageSize = 7;
  /** Called between pages: what happens while somebody reads. */
  betweenPages: () => Promise<void> = () => Promise.resolve();

  put(...versions: readonly Case[]): this {
    for (const version of versions) {
      const known = this.#cases.get(version.caseId);
      if ((known?.version ?? 0) < version.version) this.#cases.set(version.caseId, version);
    }
    return this;
  }

  all(): Case[] {
    return [...this.#cases.values()];
  }

  async page(_: JurisdictionId, after: string | undefined): Promise<CasePage> {
    const ids = [...this.#cases.keys()];
    const start = Number(after ?? 0);
    const cases = ids
      .slice(start, start + this.pageSize)
      .flatMap((id) => this.#cases.get(id) ?? []);
    const end = start + this.pageSize;
    await this.betweenPages();
    return { cases, next: end < ids.length ? String(end) : undefined };
  }
}

/** Whole jobs, as an operator has them; a job of before that was cut off is ended first. */
export function jobsOver(ports: StatisticsJobPorts) {
  const runJob = createRunJob(ports);
  const how = { isScheduled: false, mayGoOn: () => true };
  return {
    reconcile: async (id: JurisdictionId) => {
      const job = await runJob({ jurisdictionId: id, kind: 'reconcile', ...how });
      const { cases, behind, moving, drift, drifts } = job;
      // Few enough in a test to be told all.
      expect(drifts).toHaveLength(drift);
      return { cases, behind, moving, drift: drifts };
    },
    rebuild: async (id: JurisdictionId) => {
      const job = await runJob({ jurisdictionId: id, kind: 'rebuild', ...how });
      const { cases, generation, deleted, failure } = job;
      return failure === null ? ok({ cases, generation, deleted }) : err({ code: failure });
    },
  };
}

/** The use cases over one set of adapters. */
export function statisticsOver(ports: StatisticsPorts, cases = new CaseStore()) {
  const { ledger, reader: statistics } = ports;
  const projectCases = createProjectCases({ ledger, context });
  const countCases = createCountCases({ ledger, context });
  const span = { from: '2019-10-01', to: '2020-12-31' };
  return {
    cases,
    reader: ports.reader,
    project: (versions: readonly Case[]) => projectCases(jurisdictionId, versions),
    read: createReadHeadline({ statistics, clock, jurisdiction, context }),
    ...jobsOver({ ...ports, cases, context, projectCases, countCases, clock, span }),
  };
}
export type Statistics = ReturnType<typeof statisticsOver>;

export async function headline(
  { read }: Statistics,
  question: Period & { readonly by?: Parameters<typeof read>[0]['by'] },
): Promise<Headline> {
  const answer = await read({ jurisdictionId, ...question });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

/** Holds every figure, in total and in each breakdown, against going through the cases. */
export async function expectFiguresOf(
  statistics: Statistics,
  cases: readonly Case[],
  days: Period,
): Promise<void> {
  const total = naiveFigures(cases, days);
  const all = await headline(statistics, days);
  expect(all.total.counts).toEqual(total);
  expect(all.total.contact.counts).toEqual(naiveContact(cases, days));
  // Object.keys widens to string; the keys of a constant are its type.
  for (const by of [
    ...(Object.keys(naiveValue) as (keyof typeof naiveValue)[]),
    'supporting',
  ] as const) {
    const answer = await headline(statistics, { ...days, by });
    expect(answer.total.counts, by).toEqual(total);
    for (const { value, counts, supporting, contact } of answer.rows) {
      const own = cases.filter((c) => isNaivelyIn(c, by, value));
      expect(counts, `${by} ${value ?? 'none'}`).toEqual(naiveFigures(own, days));
      expect(contact?.counts).toEqual(contactIn(by, own, days));
      if (by === 'department') expect(supporting).toBe(naiveSupporting(cases, value ?? '', days));
    }
  }
  for (const span of ['month', 'quarter'] as const) {
    await expectSpansOf(statistics, cases, { ...days, span });
  }
}

/** First contacts are counted by class and channel alone. */
const contactIn = (by: string, own: readonly Case[], days: Period) =>
  by === 'class' || by === 'channel' ? naiveContact(own, days) : undefined;

async function expectSpansOf(
  statistics: Statistics,
  cases: readonly Case[],
  { span, ...days }: Period & { readonly span: 'month' | 'quarter' },
): Promise<void> {
  const { rows } = await headline(statistics, { ...days, by: span });
  expect(rows.map(({ value }) => value)).toEqual(spansIn(days, span));
  for (const { value, counts, contact } of rows) {
    const own = naiveDays(value ?? '', days);
    expect(counts, value ?? '').toEqual(naiveFigures(cases, own));
    expect(contact?.counts).toEqual(naiveContact(cases, own));
  }
}

/** Months of the period, or its quarters by way of them. */
const spansIn = (days: Period, span: 'month' | 'quarter'): string[] => {
  const months = monthsOf(days).map(({ month }) => month);
  const quarters = months.map(
    (m) => `${m.slice(0, 4)}-Q${Math.floor((Number(m.slice(5)) + 2) / 3)}`,
  );
  return span === 'month' ? months : [...new Set(quarters)];
};
