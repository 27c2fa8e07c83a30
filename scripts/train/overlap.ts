import { foldVietnamese } from '../../shared/domain/text/fold.ts';
import type { Corpus } from '../../shared/domain/text/training/corpus.ts';

const RUN = 8;

interface Written {
  readonly id: string;
  readonly text: string;
}

/** Every sentence that was written of a service, whichever part of a message the generator makes of it. */
export const sentencesOf = ({ services }: Pick<Corpus, 'services'>): readonly string[] =>
  services.flatMap(({ matters, details, asks, phrases, texts, hard }) => [
    ...matters,
    ...details,
    ...asks,
    ...phrases,
    ...texts,
    ...hard,
  ]);

/** For each text, the greatest share of its runs of 8 letters that one of the `known` has too. */
export function overlapOf(
  texts: readonly Written[],
  known: readonly string[],
): readonly { readonly id: string; readonly share: number }[] {
  const holders = new Map<string, number[]>();
  known.forEach((text, index) => {
    for (const run of runsOf(text)) {
      const list = holders.get(run) ?? [];
      list.push(index);
      holders.set(run, list);
    }
  });
  return texts.map(({ id, text }) => {
    const runs = runsOf(text);
    const shared = new Map<number, number>();
    for (const run of runs) {
      for (const index of holders.get(run) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    return { id, share: Math.max(0, ...shared.values()) / Math.max(1, runs.size) };
  });
}

function runsOf(text: string): ReadonlySet<string> {
  const folded = foldVietnamese(text);
  return new Set(
    Array.from({ length: Math.max(0, folded.length - RUN + 1) }, (_, at) =>
      folded.slice(at, at + RUN),
    ),
  );
}
