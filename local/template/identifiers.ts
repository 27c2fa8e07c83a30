import { createHash } from 'node:crypto';

/** Of the names that AWS makes, Lambda's may be the shortest. */
const LONGEST_NAME = 64;

/**
 * The name of a resource whose template gives none: `<stack>-<logical id>`. AWS adds random letters; here the same
 * template must find its data again.
 */
export function generatedName(stack: string, logicalId: string): string {
  const name = `${stack}-${logicalId}`;
  if (name.length <= LONGEST_NAME) return name;
  const end = `-${digest(name).slice(0, 8)}`;
  return name.slice(0, LONGEST_NAME - end.length) + end;
}

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
