import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { CounterChanges } from '../../shared/adapters/dynamodb/statistics-changes.ts';
import { foldJournal } from '../../shared/adapters/dynamodb/statistics-folding.ts';
import { counterPlace, journalPartition } from '../../shared/adapters/dynamodb/statistics-keys.ts';
import type { StatisticsTable } from '../../shared/adapters/dynamodb/statistics-table.ts';
import type { CaseId, JurisdictionId } from '../../shared/domain/case.ts';
import { ok } from '../../shared/domain/result.ts';
import type { CountedCase, CountingStep } from '../../shared/domain/statistics-counting.ts';
import type { Generation, StatisticsLedger } from '../../shared/ports/statistics.ts';

/** Cases in one entry of the journal: what they change must fit into a row of 400 KB. */
const CASES_AN_ENTRY = 8_000;

/**
 * Counts cases that come once: no notes and no lists, which no figure reads, and entries of thousands of cases. Folding and
 * the rows are the real ones. Times are left out: their rows have a budget of their own (test/contract/times-budget.test.ts).
 */
export class BulkLedger implements StatisticsLedger {
  readonly #table: StatisticsTable;
  #changes = new CounterChanges();
  #cases = 0;
  #entries = 0;

  constructor(table: StatisticsTable) {
    this.#table = table;
  }

  generations(jurisdictionId: JurisdictionId): Promise<readonly Generation[]> {
    return Promise.resolve([{ jurisdictionId, number: 1 }]);
  }

  counted(): Promise<ReadonlyMap<CaseId, CountedCase>> {
    return Promise.resolve(new Map<CaseId, CountedCase>());
  }

  async count(generation: Generation, steps: readonly CountingStep[]) {
    for (const { increments } of steps) {
      for (const increment of increments) {
        if (increment.dimension !== 'times')
          this.#changes.add(counterPlace(increment), increment.by);
      }
    }
    this.#cases += steps.length;
    if (this.#cases >= CASES_AN_ENTRY) await this.flush(generation);
    return ok(null);
  }

  /** Until all of it is in the rows, and the journal is empty. */
  async flush(generation: Generation): Promise<void> {
    if (this.#cases > 0) {
      this.#entries += 1;
      const Item = {
        pk: journalPartition(generation, 0),
        sk: `bulk#${this.#entries}`,
        changes: this.#changes.pack(),
      };
      await this.#table.client.send(new PutCommand({ TableName: this.#table.tableName, Item }));
      this.#changes = new CounterChanges();
      this.#cases = 0;
    }
    await foldJournal(generation, this.#table);
    await foldJournal(generation, this.#table);
  }
}
