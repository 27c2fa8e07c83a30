/** A held-back text: scores of every service, and which one is right. */
export interface Scored {
  readonly scores: Float64Array;
  readonly label: number;
}

/** What routes itself must be right so often, whoever wrote it. */
export const PROMISED_PRECISION = 0.95;
/** And of so many of all messages a person is spared the question. */
export const PROMISED_COVERAGE = 0.8;
/** Those who will write are not those who wrote the held-back texts, so more is asked of these. */
const WANTED_PRECISION = 0.98;

const STEPS = 60;

/** The temperature under which the held-back texts are least surprising: probabilities then mean what they say. */
export function temperatureFor(held: readonly Scored[]): number {
  const candidates = Array.from({ length: STEPS }, (_, step) => 0.2 * 1.08 ** step);
  const surprise = (temperature: number) =>
    held.reduce(
      (sum, { scores, label }) => sum - Math.log(probability(scores, label, temperature)),
      0,
    );
  return candidates.reduce((best, one) => (surprise(one) < surprise(best) ? one : best));
}

/** The least probability from which on the held-back texts are right often enough. */
export function thresholdFor(held: readonly Scored[], temperature: number): number {
  const said = held
    .map(({ scores, label }) => {
      const best = scores.indexOf(Math.max(...scores));
      return { sureness: probability(scores, best, temperature), hit: best === label };
    })
    .sort((a, b) => b.sureness - a.sureness);
  let threshold = 1;
  let hits = 0;
  said.forEach(({ sureness, hit }, index) => {
    if (hit) hits += 1;
    if (hits / (index + 1) >= WANTED_PRECISION) threshold = sureness;
  });
  return threshold;
}

function probability(scores: Float64Array, service: number, temperature: number): number {
  const most = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp((score - most) / temperature), 0);
  return Math.max(1e-9, Math.exp(((scores[service] ?? 0) - most) / temperature) / sum);
}
