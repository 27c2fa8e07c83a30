import type { CaseId, Instant, JurisdictionId } from '../../domain/case.ts';
import {
  type BinCounter,
  binCounter,
  type Counter,
  type Dimension,
  measuredBin,
  type Measure,
} from '../../domain/statistics.ts';
import type { Increment } from '../../domain/statistics-counting.ts';
import type { StatisticsJobKind } from '../../domain/statistics-job.ts';
import type { Generation } from '../../ports/statistics.ts';

/**
 * Keys of the statistics table; docs/access-patterns.md lists who asks for what.
 *
 *   pk                                        sk         holds
 *   <j>#generations                           current    which generation is in use
 *   <j>#jobs                                  <kind>     how far a recount or a rebuild has come
 *   <j>#g<n>#case#<caseId>                    counted    what is counted of a case, and of which version
 *   <j>#g<n>#list#<yyyy-mm>#<shard>           <receivedAt>#<caseId>   nothing: that the case counts in that month
 *   <j>#g<n>#journal#<shard>                  <caseId>#<version>   what some cases have changed, not yet in the rows below
 *   <j>#g<n>#folding                          plan       which of those are being put into them
 *   <j>#g<n>#<yyyy-mm>#<dimension>            <value>    a number for each counter and day: `r05`
 *   <j>#g<n>#<yyyy-mm>#returns-<dimension>    <value>    the same, of what few cases have
 *   <j>#g<n>#<yyyy-mm>#done-service           <value>    the same, of what happened on those days by service
 *   <j>#g<n>#<yyyy-mm>#times                  <dd>#<dept>/<service>  a number for each bin of a time: `H123`
 *
 * A month of a dimension is one query, and a day of it lies in the attributes' names, so that any period of whole
 * days is answered from the same rows. The bins of a month would be a row of many KB, which every answer would have to
 * pay for: their days are rows. Rows are written by folding alone (docs/adr/0017-journal.md).
 */

/**
 * Partitions the journal is spread over, each read by every figure. DynamoDB takes 1,000 write units a second on one.
 * At the design peak of 1,000 creations a second in batches of 100 an entry of some 3 KB is written ten times a second,
 * 60 units: one is enough by far. More may be set at any time; fewer after a rebuild.
 */
export const JOURNAL_SHARDS = 1;

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

const prefix = ({ jurisdictionId, number }: Generation): string => `${jurisdictionId}#g${number}`;

export const generationsKey = (jurisdictionId: JurisdictionId): Key => ({
  pk: `${jurisdictionId}#generations`,
  sk: 'current',
});

export const jobKey = (jurisdictionId: JurisdictionId, kind: StatisticsJobKind): Key => ({
  pk: `${jurisdictionId}#jobs`,
  sk: kind,
});

export const countedKey = (generation: Generation, caseId: CaseId): Key => ({
  pk: `${prefix(generation)}#case#${caseId}`,
  sk: 'counted',
});

export const caseIdOf = ({ pk }: Key): CaseId => pk.slice(pk.lastIndexOf('#') + 1) as CaseId;

/**
 * Partitions a month of cases is spread over. Each new case writes a row of it, two units in its transaction: at the
 * design peak of 1,000 creations a second 500 units on each of four. More may be set at any time; fewer after a rebuild.
 */
export const LIST_SHARDS = 4;

export const listPartition = (
  generation: Generation,
  { month, shard }: { readonly month: string; readonly shard: number },
): string => `${prefix(generation)}#list#${month}#${shard}`;

/** Sorts by receipt, and by id where two came in the same millisecond. */
export const placeOf = (receivedAt: Instant, caseId: CaseId): string => `${receivedAt}#${caseId}`;

export const caseIdAt = (place: string): CaseId => place.slice(place.indexOf('#') + 1) as CaseId;

/** A month of a dimension, as it stands in the key of its rows: `2020-03#class`. */
export type CounterPartition = `${string}#${Dimension}`;

export const counterPartition = (month: string, dimension: Dimension): CounterPartition =>
  `${month}#${dimension}`;

export const counterKey = (
  generation: Generation,
  { partition, sk }: { readonly partition: string; readonly sk: string },
): Key => ({ pk: `${prefix(generation)}#${partition}`, sk });

export const journalPartition = (generation: Generation, shard: number): string =>
  `${prefix(generation)}#journal#${shard}`;

export const planKey = (generation: Generation): Key => ({
  pk: `${prefix(generation)}#folding`,
  sk: 'plan',
});

/** The same case always lands on the same shard; its id is random, so its last character is too. */
export const shardOf = (caseId: CaseId, shards: number): number =>
  (caseId.codePointAt(caseId.length - 1) ?? 0) % shards;

export const jurisdictionPrefix = (jurisdictionId: JurisdictionId): string => `${jurisdictionId}#g`;

/** Generation that a row belongs to; undefined for the row that says which is in use. */
export const generationOf = ({ pk }: Key): number | undefined => {
  const found = /^[^#]+#g(\d+)#/.exec(pk);
  return found === null ? undefined : Number(found[1]);
};

/** Where a counter is kept. */
export interface CounterPlace {
  readonly partition: CounterPartition;
  readonly sk: string;
  readonly attribute: string;
}

export const counterPlace = ({
  day,
  dimension,
  value,
  counter,
}: Omit<Increment, 'by'>): CounterPlace => ({
  partition: counterPartition(day.slice(0, 7), dimension),
  sk: dimension === 'times' ? `${day.slice(8)}#${value}` : value,
  attribute: attributeOf(counter, day),
});

/**
 * One letter a counter, since each stands in a row up to 31 times, and two for those in rows of their own. They are
 * never given to another counter: rows of last year still hold them.
 */
const letters = {
  received: 'r',
  receivedAnswered: 'a',
  rejected: 'x',
  duplicate: 'u',
  withdrawn: 'w',
  citizenSilent: 'y',
  forwarded: 'f',
  answered: 'g',
  satisfied: 's',
  acceptable: 'c',
  unsatisfied: 'n',
  reopened: 'o',
  endedUnanswered: 'e',
  supporting: 'p',
  firstContact: 'fi',
  repeats: 're',
  dueOnTime: 't',
  dueLate: 'l',
  dueOpen: 'q',
  dueWaiting: 'v',
  dueEnded: 'd',
  dueExtended: 'h',
  partOnTime: 'i',
  partLate: 'j',
  partOpen: 'k',
  partWaiting: 'm',
  sureKept: 'ks',
  sureChanged: 'cs',
  sureWrong: 'ws',
  unsureKept: 'ku',
  unsureChanged: 'cu',
  unsureWrong: 'wu',
  proposalOpen: 'op',
  proposalUnused: 'un',
  leadTaken: 'lt',
  leadTakenWrong: 'lw',
  leadChanged: 'lc',
  leadChangedRight: 'lr',
  leadUnproposed: 'lu',
  misrouted: 'mr',
  misroutedAnswered: 'ma',
  returned: 'rc',
  returnedAgain: 'ra',
  returnsWrongDepartment: 'rd',
  returnsWrongPlace: 'rp',
  returnsNoInformation: 'ri',
  returnsOutOfScope: 'rs',
  returnsOther: 'ro',
  lostMinutes: 'lm',
  refused: 'rf',
  passedOn: 'po',
  answersGiven: 'ag',
  judgedSatisfied: 'js',
  judgedAcceptable: 'ja',
  judgedUnsatisfied: 'ju',
  reopenings: 'or',
  returnsMade: 'rm',
  closures: 'cl',
} as const satisfies Record<Counter, string>;

const counters: Readonly<Record<string, Counter>> = Object.fromEntries(
  // Object.entries widens the keys of the constant above.
  Object.entries(letters).map(([counter, letter]) => [letter, counter as Counter]),
);

const capitals = {
  handOff: 'H',
  firstResponse: 'F',
  firstResponseElapsed: 'E',
  resolution: 'R',
  lost: 'L',
} as const satisfies Record<Measure, string>;

const measures: Readonly<Record<string, Measure>> = Object.fromEntries(
  Object.entries(capitals).map(([measure, capital]) => [capital, measure as Measure]),
);

/** `r`, or `H123` for hand-offs in bin 123. */
export const codeOf = (counter: Counter | BinCounter): string => {
  const measured = measuredBin(counter);
  return measured === undefined
    ? letters[counter as Counter]
    : `${capitals[measured.measure]}${measured.bin}`;
};

/** The counter of a code; undefined where none has it. */
export function counterOf(code: string): Counter | BinCounter | undefined {
  const [, letters = '', bin = ''] = /^([A-Za-z]{1,2})(\d{1,3})?$/.exec(code) ?? [];
  if (bin === '') return counters[letters];
  const measure = measures[letters];
  return measure === undefined ? undefined : binCounter(measure, Number(bin));
}

/** `r05`: received on the 5th. `H123`: hand-offs in bin 123, whose day stands in the row's own key. */
export const attributeOf = (counter: Counter | BinCounter, day: string): string =>
  measuredBin(counter) === undefined ? `${codeOf(counter)}${day.slice(8)}` : codeOf(counter);

/** What an attribute counts, on which day of the month; undefined for the keys of the row. */
export interface DayCounter {
  readonly counter: Counter | BinCounter;
  readonly dayOfMonth: number;
}

/** The day of a bin stands in the row's own key, `05#SGTVT/road-damage`. */
export function readAttribute(name: string, sk: string): DayCounter | undefined {
  const [, code = '', day = ''] = /^([A-Za-z]{1,2})(\d{2})$/.exec(name) ?? [];
  const counter = counters[code];
  if (counter !== undefined) return { counter, dayOfMonth: Number(day) };
  const bin = counterOf(name);
  return bin !== undefined && measuredBin(bin) !== undefined
    ? { counter: bin, dayOfMonth: Number(sk.slice(0, 2)) }
    : undefined;
}
