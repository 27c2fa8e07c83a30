import type { StreamRecord } from './stream-client.ts';

/** What a function made of a batch. */
export interface Outcome {
  /** Place of the lowest record that failed; undefined when all are done. */
  readonly failedFrom: number | undefined;
  /** True when the function itself failed, false when it reported records. */
  readonly crashed: boolean;
}

export type GivenUp = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';

export interface Discard {
  readonly records: readonly StreamRecord[];
  readonly condition: GivenUp;
  readonly invokeCount: number;
  readonly crashed: boolean;
}

export interface DeliveryRules {
  /** Infinity: without end. */
  readonly maxRetries: number;
  readonly maxAgeMs: number;
  readonly bisects: boolean;
}

export interface Delivery {
  readonly rules: DeliveryRules;
  invoke(records: readonly StreamRecord[]): Promise<Outcome>;
  /** Everything up to this record is done. */
  checkpoint(record: StreamRecord): void;
  /** Hands over what is given up; done before the checkpoint passes it. */
  discard(given: Discard): void;
  /** Waits before the retry of that number (0, 1 …). */
  pause(retry: number): Promise<void>;
  /** Real time, as the records are stamped with it, epoch ms. */
  now(): number;
  stopped(): boolean;
}

interface Work {
  readonly records: readonly StreamRecord[];
  /** Failed attempts that count. */
  readonly retries: number;
}

/**
 * Brings a batch to its end as Lambda does for a stream: nothing behind a failing record is delivered before it is
 * done or given up. A batch that fails is retried from its lowest failed record; with bisection it is split first,
 * which does not count as a retry, until the failing record stands alone.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-errors.html
 */
export async function deliverBatch(
  records: readonly StreamRecord[],
  delivery: Delivery,
): Promise<void> {
  // The last of the list is next.
  const open: Work[] = [{ records, retries: 0 }];
  for (let work = open.pop(); work !== undefined; work = open.pop()) {
    if (delivery.stopped()) return;
    open.push(...(await attempt(dropAged(work, delivery), delivery)));
  }
}

/** One invocation. Gives what is left to do, the later part first. */
async function attempt(work: Work, delivery: Delivery): Promise<readonly Work[]> {
  const { records, retries } = work;
  if (records.length === 0) return [];
  const { failedFrom, crashed } = await delivery.invoke(records);
  const lastDone = records[(failedFrom ?? records.length) - 1];
  if (lastDone !== undefined) delivery.checkpoint(lastDone);
  if (failedFrom === undefined) return [];
  const left = records.slice(failedFrom);
  const parts = split(left, failedFrom > 0, delivery.rules);
  if (parts.length === 0 && retries >= delivery.rules.maxRetries) {
    giveUp(
      { records: left, condition: 'RetryAttemptsExhausted', invokeCount: retries + 1, crashed },
      delivery,
    );
    return [];
  }
  await delivery.pause(retries);
  if (parts.length === 0) return [{ records: left, retries: retries + 1 }];
  return parts.map((part) => ({ records: part, retries }));
}

/** The parts to try next, later one first; none when splitting is over. What the function reported is split there. */
function split(left: readonly StreamRecord[], progressed: boolean, { bisects }: DeliveryRules) {
  if (!bisects) return [];
  if (progressed) return [left];
  if (left.length < 2) return [];
  const middle = Math.ceil(left.length / 2);
  return [left.slice(middle), left.slice(0, middle)];
}

/** Gives up the records at the start that are older than the mapping allows. */
function dropAged({ records, retries }: Work, delivery: Delivery): Work {
  const { maxAgeMs } = delivery.rules;
  const oldest = delivery.now() - maxAgeMs;
  const young = records.findIndex(({ dynamodb }) => createdAt(dynamodb) >= oldest);
  const aged = young === -1 ? records : records.slice(0, young);
  if (aged.length > 0)
    giveUp(
      { records: aged, condition: 'RecordAgeExceeded', invokeCount: retries, crashed: false },
      delivery,
    );
  return { records: records.slice(aged.length), retries };
}

/** Seconds in the record; the second has begun some time before. */
const createdAt = ({ ApproximateCreationDateTime: seconds }: StreamRecord['dynamodb']) =>
  (seconds + 1) * 1000;

function giveUp(given: Discard, delivery: Delivery) {
  delivery.discard(given);
  const last = given.records.at(-1);
  if (last !== undefined) delivery.checkpoint(last);
}
