import { performance } from 'node:perf_hooks';
import { duplicateScore, DUPLICATE_SCORE } from '../shared/domain/duplicates.ts';
import { likenessOf } from '../shared/domain/text/likeness.ts';
import { loadJurisdiction } from '../shared/jurisdictions/bundled.ts';
import { burst } from './duplicates/burst.ts';
import { FAMILIES, type Pair, pairsOf } from './duplicates/pairs.ts';

const { jurisdiction } = loadJurisdiction('binh-duong');
const SEED = 1022;
const PAIRS = 2_000;
const ROUNDS = 20;
const KEY = 'bench';
/** What an agent is shown must mostly be right, and a second report of an incident must mostly be shown. */
const LEAST = { precision: 0.85, recall: 0.95 };

/**
 * Duplicates: how well the score tells the reports of one incident from others, comparisons a second, and what a draft reads
 * while one flood gets 500 reports.
 */
export async function duplicates(): Promise<void> {
  const pairs = pairsOf(jurisdiction, { seed: SEED, count: PAIRS });
  const scores = pairs.map((pair) => scoreOf(pair));
  tellScoring(pairs, scores);
  const started = performance.now();
  for (let round = 0; round < ROUNDS; round += 1) pairs.forEach(scoreOf);
  const seconds = (performance.now() - started) / 1_000;
  console.log(`comparisons ${Math.round((ROUNDS * pairs.length) / seconds)} a second on one core`);
  await burst();
}

const likenesses = new Map<string, Uint8Array | null>();
function likenessOnce(text: string): Uint8Array | null {
  const known = likenesses.get(text);
  if (known !== undefined) return known;
  const made = likenessOf(text, KEY);
  likenesses.set(text, made);
  return made;
}

function scoreOf({ one, other }: Pair): number {
  return duplicateScore(
    { ...one, likeness: likenessOnce(one.text) },
    {
      case: { ...other, receivedAt: other.at, status: 'routed', mergedInto: null },
      likeness: likenessOnce(other.text),
    },
    jurisdiction,
  ).score;
}

function tellScoring(pairs: readonly Pair[], scores: readonly number[]): void {
  const isShown = (at: number): boolean => (scores[at] ?? 0) >= DUPLICATE_SCORE;
  console.log(`a pair of reports                                     pairs   shown as duplicates`);
  for (const family of FAMILIES) {
    const own = pairs.flatMap((pair, at) => (pair.family === family.name ? [at] : []));
    const share = own.filter(isShown).length / own.length;
    console.log(
      `  ${family.name.padEnd(50)} ${String(own.length).padStart(6)}   ${(100 * share).toFixed(1)} %`,
    );
  }
  const count = (isSame: boolean, shown: boolean): number =>
    pairs.filter((pair, at) => pair.isSame === isSame && isShown(at) === shown).length;
  const precision = count(true, true) / (count(true, true) + count(false, true));
  const recall = count(true, true) / (count(true, true) + count(true, false));
  console.log(
    `precision   ${precision.toFixed(3)} (at least ${LEAST.precision}), recall ${recall.toFixed(3)} (at least ${LEAST.recall})`,
  );
  if (precision < LEAST.precision || recall < LEAST.recall) process.exitCode = 1;
}
