import type { TextClassification } from '../classifier.ts';

/** A text with what it is, and what a model says of it. */
export interface Judged {
  readonly service: string;
  readonly class: string;
  readonly style: string;
  readonly said: TextClassification;
}

export interface Measures {
  readonly texts: number;
  readonly classAccuracy: number;
  readonly classMacroF1: number;
  readonly serviceAccuracy: number;
  readonly serviceMacroF1: number;
  /** Of those on which it does not ask a person: how many, and how many of them are right. */
  readonly coverage: number;
  readonly precision: number;
  /** Expected calibration error over ten bins of the probability of the best service. */
  readonly calibrationError: number;
}

export function measure(judged: readonly Judged[]): Measures {
  const right = (one: Judged) => one.said.services[0]?.code === one.service;
  const classRight = (one: Judged) => one.said.classes[0]?.code === one.class;
  const sure = judged.filter(({ said }) => !said.askPerson);
  return {
    texts: judged.length,
    classAccuracy: share(judged, classRight),
    classMacroF1: macroF1(judged.map((one) => [one.class, one.said.classes[0]?.code ?? ''])),
    serviceAccuracy: share(judged, right),
    serviceMacroF1: macroF1(judged.map((one) => [one.service, one.said.services[0]?.code ?? ''])),
    coverage: judged.length === 0 ? 0 : sure.length / judged.length,
    precision: share(sure, right),
    calibrationError: calibrationError(
      judged.map((one) => [one.said.services[0]?.probability ?? 0, right(one)]),
    ),
  };
}

const share = <T>(all: readonly T[], holds: (one: T) => boolean): number =>
  all.length === 0 ? 0 : all.filter(holds).length / all.length;

type Pair = readonly [truth: string, said: string];

function macroF1(pairs: readonly Pair[]): number {
  const labels = [...new Set(pairs.map(([truth]) => truth))];
  const scores = labels.map((label) => {
    const hits = pairs.filter(([truth, said]) => truth === label && said === label).length;
    const wrong = pairs.filter(([truth, said]) => (truth === label) !== (said === label)).length;
    return (2 * hits) / (2 * hits + wrong);
  });
  return scores.reduce((sum, score) => sum + score, 0) / labels.length;
}

const BINS = 10;

function calibrationError(said: readonly (readonly [number, boolean])[]): number {
  const bins = Map.groupBy(said, ([probability]) =>
    Math.min(BINS - 1, Math.floor(probability * BINS)),
  );
  let error = 0;
  for (const members of bins.values()) {
    const sureness = members.reduce((sum, [probability]) => sum + probability, 0) / members.length;
    error += (members.length / said.length) * Math.abs(sureness - share(members, ([, hit]) => hit));
  }
  return error;
}

/** What is taken for what, most often first. */
export function confusions(judged: readonly Judged[], limit: number): readonly [string, number][] {
  const pairs = new Map<string, number>();
  for (const { service, said } of judged) {
    const best = said.services[0]?.code ?? '';
    if (best !== service) {
      const pair = `${service} → ${best}`;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return [...pairs].sort((a, b) => b[1] - a[1]).slice(0, limit);
}
