import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { readCorpus } from '../shared/adapters/system/training-texts.ts';
import { createTextClassifier } from '../shared/domain/text/classifier.ts';
import { decodeModel } from '../shared/domain/text/model.ts';

const JURISDICTION = join(import.meta.dirname, '../shared/jurisdictions/binh-duong');
/** What the desk has while a caller speaks; of messages, on average. */
const LIMITS = { bytes: 3_000_000, loadMs: 15, messageMs: 1 };
const ROUNDS = 5;
/** Characters: the longest description that is taken. */
const LETTER = 20_000;

/** Size and load of the model, and how long a message takes; fails beyond a limit. */
export function classifier(): Promise<void> {
  const bytes = readFileSync(join(JURISDICTION, 'classifier/model.bin'));
  const started = performance.now();
  const classify = createTextClassifier(decodeModel(bytes));
  const loadMs = performance.now() - started;
  const messages = readCorpus(JURISDICTION).services.flatMap(({ texts, hard }) => [
    ...texts,
    ...hard,
  ]);
  const letter = messages.join(' ').slice(0, LETTER);
  const times = timesOf(messages, classify);
  console.log(`model       ${bytes.length} bytes (limit ${LIMITS.bytes})`);
  console.log(`load        ${loadMs.toFixed(1)} ms (limit ${LIMITS.loadMs})`);
  console.log(
    `a message   ${told(times)} (limit ${LIMITS.messageMs}), ${messages.length} messages × ${ROUNDS}`,
  );
  console.log(`a letter    ${told(timesOf([letter], classify))}, ${LETTER} characters`);
  fail(bytes.length > LIMITS.bytes);
  fail(loadMs > LIMITS.loadMs);
  fail(times.mean > LIMITS.messageMs);
  return Promise.resolve();
}

/** Milliseconds. */
interface Times {
  readonly mean: number;
  readonly p50: number;
  readonly p99: number;
}

function timesOf(messages: readonly string[], classify: (text: string) => unknown): Times {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const message of messages) {
      const from = performance.now();
      classify(message);
      times.push(performance.now() - from);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return { mean, p50: at(0.5), p99: at(0.99) };
}

const told = ({ mean, p50, p99 }: Times): string =>
  `mean ${mean.toFixed(3)} ms, p50 ${p50.toFixed(3)}, p99 ${p99.toFixed(3)} ms`;

const fail = (isFault: boolean): void => {
  if (isFault) process.exitCode = 1;
};
