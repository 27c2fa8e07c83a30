import { createHash } from 'node:crypto';

/**
 * The name of a resource whose template gives none: `<stack>-<logical id>`. AWS adds random letters; here the same
 * template must find its data again.
 */
export const generatedName = (stack: string, logicalId: string): string => `${stack}-${logicalId}`;

/** An id of lower-case letters and digits, always the same for the same text. */
export const shortId = (text: string, length: number): string =>
  BigInt(`0x${digest(text)}`)
    .toString(36)
    .slice(0, length);

/** An id in the form of a UUID, always the same for the same text. */
export const uuidOf = (text: string): string =>
  digest(text)
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
