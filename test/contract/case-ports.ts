import { DynamoDbCaseFinder } from '../../shared/adapters/dynamodb/case-finder.ts';
import type { Shards } from '../../shared/adapters/dynamodb/case-keys.ts';
import { DynamoDbCaseHeads } from '../../shared/adapters/dynamodb/case-heads.ts';
import { DynamoDbCaseLister } from '../../shared/adapters/dynamodb/case-lister.ts';
import { DynamoDbCaseRepository } from '../../shared/adapters/dynamodb/case-repository.ts';
import { DynamoDbCasePlaces } from '../../shared/adapters/dynamodb/case-places.ts';
import { DynamoDbReminders } from '../../shared/adapters/dynamodb/reminders.ts';
import { DynamoDbWakeQueue } from '../../shared/adapters/dynamodb/wake-queue.ts';
import { DynamoDbWorklists } from '../../shared/adapters/dynamodb/worklists.ts';
import { InMemoryCaseFinder } from '../../shared/adapters/memory/in-memory-case-finder.ts';
import { InMemoryCaseHeads } from '../../shared/adapters/memory/in-memory-case-heads.ts';
import { InMemoryCaseLister } from '../../shared/adapters/memory/in-memory-case-lister.ts';
import { InMemoryCaseRepository } from '../../shared/adapters/memory/in-memory-case-repository.ts';
import { InMemoryCasePlaces } from '../../shared/adapters/memory/in-memory-case-places.ts';
import { InMemoryReminders } from '../../shared/adapters/memory/in-memory-reminders.ts';
import { InMemoryWakeQueue } from '../../shared/adapters/memory/in-memory-wake-queue.ts';
import { InMemoryWorklists } from '../../shared/adapters/memory/in-memory-worklists.ts';
import type { CaseAction } from '../../shared/domain/case-lifecycle.ts';
import type { CasePlaces } from '../../shared/ports/case-places.ts';
import type { CallerPhones, CaseHeads } from '../../shared/ports/case-heads.ts';
import type { CaseLister } from '../../shared/ports/case-lister.ts';
import type { CaseRepository, NewCase } from '../../shared/ports/case-repository.ts';
import type { Reminders } from '../../shared/ports/reminders.ts';
import type { WakeQueue } from '../../shared/ports/wake-queue.ts';
import type { CaseFinder, Worklists } from '../../shared/ports/worklists.ts';
import { anActor, jurisdiction } from '../support/case-builder.ts';
import {
  aChange,
  aNewCase,
  type Change,
  type ReportedCase,
  storedBy,
} from '../support/case-changes.ts';
import { agent, type Step } from '../support/case-story.ts';
import type { Dynoxide } from '../support/dynoxide.ts';

/** The ports around one store of cases. */
export interface CasePorts {
  readonly cases: CaseRepository;
  readonly worklists: Worklists;
  readonly finder: CaseFinder;
  readonly heads: CaseHeads & CallerPhones;
  readonly lister: CaseLister;
  readonly wakes: WakeQueue;
  readonly reminders: Reminders;
  readonly places: CasePlaces;
}

const { sla } = jurisdiction;

export function inMemory(): Promise<CasePorts> {
  const cases = new InMemoryCaseRepository();
  return Promise.resolve({
    cases,
    worklists: new InMemoryWorklists(cases, sla),
    finder: new InMemoryCaseFinder(cases),
    heads: new InMemoryCaseHeads(cases),
    lister: new InMemoryCaseLister(cases),
    wakes: new InMemoryWakeQueue(cases),
    reminders: new InMemoryReminders(cases),
    places: new InMemoryCasePlaces(cases),
  });
}

export function inDynamoDb(
  client: Dynoxide['client'],
  { tableName, shards }: { readonly tableName: string; readonly shards?: Shards },
): CasePorts {
  const table = { tableName, sla, ...(shards !== undefined && { shards }) };
  return {
    cases: new DynamoDbCaseRepository(client, table),
    worklists: new DynamoDbWorklists(client, table),
    finder: new DynamoDbCaseFinder(client, table),
    heads: new DynamoDbCaseHeads(client, tableName),
    lister: new DynamoDbCaseLister(client, tableName),
    wakes: new DynamoDbWakeQueue(client, table),
    reminders: new DynamoDbReminders(client, table),
    places: new DynamoDbCasePlaces(client, table),
  };
}

export const officer = anActor('officer', 'TA');
export const supporting = anActor('officer', 'SGTVT');

/** Tells the story of one case and stores every step of it. */
export class StoredStory {
  readonly created: NewCase;
  last: NewCase | Change;
  readonly #cases: CaseRepository;

  private constructor(cases: CaseRepository, created: NewCase) {
    this.#cases = cases;
    this.created = created;
    this.last = created;
  }

  static async begin(cases: CaseRepository, reported: ReportedCase): Promise<StoredStory> {
    const created = await aNewCase(reported);
    const stored = await cases.create(created);
    if (!stored.ok) throw new Error(stored.error.code);
    return new StoredStory(cases, created);
  }

  get current() {
    return this.last.next;
  }

  /** What a step would store. */
  change<A extends CaseAction>(action: A, step: Step<A> & { readonly text?: string }): Change {
    return aChange(storedBy(this.last), action, step);
  }

  async does<A extends CaseAction>(
    action: A,
    step: Step<A> & { readonly text?: string },
  ): Promise<this> {
    const change = this.change(action, step);
    const saved = await this.#cases.save(change);
    if (!saved.ok) throw new Error(saved.error.code);
    this.last = change;
    return this;
  }
}

/** Logged and routed to Thuận An, with SGTVT at its side unless told otherwise. */
export const aRoutedStory = async (
  cases: CaseRepository,
  { parts = ['SGTVT'], ...reported }: ReportedCase & { readonly parts?: string[] },
): Promise<StoredStory> =>
  (await StoredStory.begin(cases, reported)).does('route', {
    by: agent,
    at: '2020-03-05 09:02',
    with: { lead: 'TA', supporting: parts },
  });
