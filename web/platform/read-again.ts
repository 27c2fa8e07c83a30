import { problemOf } from './api-problem.ts';
import { now } from './system.ts';

/** What was read, and when: an answer that has not changed since keeps its instant, so clocks in it go on evenly. */
export interface Read<T> {
  readonly data: T;
  readonly etag: string | null;
  readonly at: number;
}

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** How often a screen asks for one page of what it shows. */
export const POLL_MS = 5_000;

/** Reads, or asks whether what is known has changed: then the API answers 304 and nothing is drawn anew. */
export async function readAgain<T>(
  known: Read<T> | undefined,
  ask: (headers: Record<string, string>) => Promise<Answered<T>>,
): Promise<Read<T>> {
  const tag = known?.etag ?? null;
  const { data, error, response } = await ask(tag === null ? {} : { 'if-none-match': tag });
  if (response.status === 304 && known !== undefined) return known;
  if (data === undefined) throw problemOf(error, response);
  return { data, etag: response.headers.get('etag'), at: now() };
}
