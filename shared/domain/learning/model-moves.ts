import * as z from 'zod';
import { Actor } from '../actor.ts';
import { Instant } from '../case.ts';

/** One decision on which model holds: who, when, why. */
export const ModelMove = z.strictObject({
  /** 1..n without gaps. */
  number: z.int().min(1),
  /** The model that holds from then on. */
  version: z.string().min(1).max(24),
  /** The bundled model that it was tuned from: with another one in a later release it is void. */
  base: z.string().min(1).max(24),
  /** SHA-256 of its file, hexadecimal; null for the bundled one. */
  sha256: z.string().nullable(),
  kind: z.enum(['published', 'rolled_back']),
  at: Instant,
  by: Actor,
  /** Why it was rolled back; of a publication, the id of its report card. */
  reason: z.string().min(1),
  /** Fingerprints of the Idempotency-Key and of the request, by which a retry is recognised; null for the schedule's own. */
  requestKey: z.string().nullable(),
  requestHash: z.string().nullable(),
});
export type ModelMove = z.infer<typeof ModelMove>;

/** Newest first. */
export const ModelMoves = z.array(ModelMove);
export type ModelMoves = readonly ModelMove[];

/** With one publication a week they reach back two years. */
const MOVES_KEPT = 100;

export const withMove = (moves: ModelMoves, move: ModelMove): ModelMoves =>
  [move, ...moves].slice(0, MOVES_KEPT);

export const numberOf = ([latest]: ModelMoves): number => latest?.number ?? 0;

/** The move that says which model holds; undefined where that is the bundled one, as before any move and after a new release. */
export function learnedModel(
  [latest]: ModelMoves,
  bundled: string,
): (ModelMove & { readonly sha256: string }) | undefined {
  if (latest === undefined || latest.base !== bundled || latest.sha256 === null) return undefined;
  return { ...latest, sha256: latest.sha256 };
}

export const versionThatHolds = (moves: ModelMoves, bundled: string): string =>
  learnedModel(moves, bundled)?.version ?? bundled;

/** A model that people may go back to: the bundled one, or one that was published since this release. */
export function earlierModel(
  moves: ModelMoves,
  { version, bundled }: { readonly version: string; readonly bundled: string },
): { readonly sha256: string | null } | undefined {
  if (version === bundled) return { sha256: null };
  return moves.find((move) => move.version === version && move.base === bundled);
}

/** When people last took a model back; what they knew then is no argument for the next one. */
export const rolledBackAt = (moves: ModelMoves): Instant | null =>
  moves.find(({ kind }) => kind === 'rolled_back')?.at ?? null;
