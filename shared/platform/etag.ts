import { createHash } from 'node:crypto';

/**
 * What an answer says of the moment of asking and not of cases. It moves with every millisecond: held against these, no
 * list would ever be the same twice. The sentence beside them (`why`) tells the same times in whole minutes and does count.
 */
const OF_THE_MOMENT: ReadonlySet<string> = new Set(['asOf', 'usedMs', 'leftMs', 'pausedMs']);

/** 132 bits of SHA-256: enough that no two answers of an address meet by chance. */
const HASH_LENGTH = 22;

/** The version of a case or document: what a change names in If-Match. */
export const versionTag = (version: number): string => `"${version}"`;

/**
 * Of an answer without a version. Weak (RFC 9110, 8.8.1), because two answers that differ only by the moment of asking
 * are the same to whoever shows them.
 */
export const contentTag = (content: unknown): string => {
  const text = JSON.stringify(content, (name, value: unknown) =>
    OF_THE_MOMENT.has(name) ? undefined : value,
  );
  return `W/"${createHash('sha256').update(text).digest('base64url').slice(0, HASH_LENGTH)}"`;
};

/** Whether If-None-Match names this tag, by the weak comparison that RFC 9110 (13.1.2) asks for. */
export const namesTag = (ifNoneMatch: string | undefined, tag: string): boolean =>
  (ifNoneMatch ?? '')
    .split(',')
    .map((one) => one.trim())
    .some((one) => one === '*' || opaque(one) === opaque(tag));

const opaque = (tag: string): string => tag.replace(/^W\//, '');
