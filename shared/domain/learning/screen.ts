import type { TextClassification } from '../text/classifier.ts';
import type { CollectedExample } from './example.ts';

/** What is looked at together: `service` is the one that the machine was sure of. */
export const GROUPINGS = ['person', 'week', 'service'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Examples that contradict the machine too often where it is sure, and so wait until people have looked. */
export interface SetAside {
  readonly grouping: Grouping;
  /** Id of the person, Monday of the week, code of the service. */
  readonly of: string;
  readonly examples: number;
  /** Of those, on how many the machine was sure, and how many of these say something else. */
  readonly sure: number;
  readonly contradicted: number;
}

export interface Screened {
  readonly kept: readonly CollectedExample[];
  readonly setAside: readonly SetAside[];
}

interface Limit {
  /** So few say nothing of whoever is behind them. */
  readonly least: number;
  /** Share of the sure ones that may say something else. */
  readonly share: number;
}

/**
 * A machine that is right in 95 of 100 texts of strangers where it is sure is not wrong in most of what one person decides,
 * nor of one service: that is somebody who errs, or matters of which it must not learn by itself. Of a whole week a
 * quarter is too much. Five of eight happen once in 3,000 times where even one of ten is its mistake.
 */
const LIMITS: Readonly<Record<Grouping, Limit>> = {
  person: { least: 8, share: 0.5 },
  week: { least: 20, share: 0.25 },
  service: { least: 8, share: 0.5 },
};

interface Looked {
  readonly example: CollectedExample;
  readonly sure: boolean;
  readonly said: string;
}

/**
 * Leaves out who and what contradicts a sure machine too often. People first, so that one who errs does not take the
 * services with them on which they erred.
 */
export function screen(
  examples: readonly CollectedExample[],
  classify: (text: string) => TextClassification,
): Screened {
  let kept: readonly Looked[] = examples.map((example) => {
    const { askPerson, services } = classify(example.text);
    return { example, sure: !askPerson, said: services[0]?.code ?? '' };
  });
  const setAside: SetAside[] = [];
  for (const grouping of GROUPINGS) {
    for (const [of, group] of Map.groupBy(kept, groupOf[grouping])) {
      const counted = countOf(group);
      if (!isTooMuch(counted, LIMITS[grouping])) continue;
      setAside.push({ grouping, of, ...counted });
      kept = kept.filter((one) => !group.includes(one));
    }
  }
  return { kept: kept.map(({ example }) => example), setAside };
}

const groupOf: Readonly<Record<Grouping, (looked: Looked) => string>> = {
  person: ({ example }) => example.by,
  week: ({ example }) => mondayOf(example.collectedAt),
  service: ({ said }) => said,
};

function countOf(group: readonly Looked[]): Pick<SetAside, 'examples' | 'sure' | 'contradicted'> {
  const sure = group.filter((one) => one.sure);
  const contradicted = sure.filter(({ said, example }) => said !== example.service);
  return { examples: group.length, sure: sure.length, contradicted: contradicted.length };
}

const isTooMuch = (
  { sure, contradicted }: Pick<SetAside, 'sure' | 'contradicted'>,
  { least, share }: Limit,
): boolean => sure >= least && contradicted > sure * share;

const DAY_MS = 86_400_000;

/** UTC: a week is what is looked at together, nothing more. */
function mondayOf(instant: string): string {
  const at = new Date(instant);
  const sinceMonday = (at.getUTCDay() + 6) % 7;
  return new Date(at.getTime() - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}
