/**
 * Fewer people than this are not told as a group: a neighbour who knows of one of them could learn of the others. Five is what statistical
 * offices use for frequencies of people.
 */
export const MIN_CELL = 5;

/** Whether a count would tell of so few that they might be known. Nobody is nobody to be known. */
export const isSmall = (count: number): boolean => count > 0 && count < MIN_CELL;

/** A line of a table of which the sums over all lines are told. */
export interface Line {
  readonly size: number;
  /** What the line is told as, or divides into. */
  readonly parts: readonly number[];
  /** It is not told, whatever its parts. */
  readonly isHidden?: boolean;
}

/**
 * The lines whose parts must not be told: those with a small one, and then the smallest others, until no part of what is hidden together is
 * small. Whoever subtracts what is told from the sums gets nothing small then, and can narrow no hidden part down to fewer than
 * `MIN_CELL` values (docs/adr/0022-open-data.md).
 */
export function hiddenLines(lines: readonly Line[]): ReadonlySet<number> {
  const isHidden = ({ parts, isHidden: before = false }: Line) => before || parts.some(isSmall);
  const hidden = new Set([...lines.keys()].filter((place) => isHidden(lines[place] ?? EMPTY)));
  const others = [...lines.entries()]
    .filter(([place, { size }]) => !hidden.has(place) && size > 0)
    .sort(([, a], [, b]) => a.size - b.size);
  const isTold = () => sumsOf([...hidden].map((place) => lines[place] ?? EMPTY)).some(isSmall);
  while (isTold()) {
    const next = others.shift();
    if (next === undefined) break;
    hidden.add(next[0]);
  }
  return hidden;
}

const EMPTY: Line = { size: 0, parts: [] };

const sumsOf = (lines: readonly Line[]): number[] =>
  Array.from({ length: Math.max(0, ...lines.map(({ parts }) => parts.length)) }, (_, part) =>
    lines.reduce((sum, { parts }) => sum + (parts[part] ?? 0), 0),
  );
