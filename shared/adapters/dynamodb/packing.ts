/**
 * A case head is rewritten by every change and must stay under 1 KB, the unit that DynamoDB charges by. So instants are
 * kept as numbers (8 bytes instead of 24), and what is null or empty is left out.
 */
/** The last two, former reopenings and closures, are lists of them. */
const INSTANTS = new Set(['from', 'until', 'at', 'fr', 'fc']);

/** Hold names and values that are not ours, or no members at all. */
const VERBATIM = new Set(['attributes', 'lk']);

/** A member of that name may hold something else: a hop's `from` is a department. */
const INSTANT = /^\d{4}-\d\d-\d\dT/;

const isInstant = (name: string): boolean => name.endsWith('At') || INSTANTS.has(name);

export function pack(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => pack(item, nameOf(item, name)));
  if (typeof value === 'string' && isInstant(name) && INSTANT.test(value)) return Date.parse(value);
  if (!isOurs(value, name)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => !isNothing(member))
      .map(([key, member]) => [key, pack(member, key)]),
  );
}

/** The inverse; members that were left out are for the reader's schema to fill in. */
export function unpack(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => unpack(item, nameOf(item, name)));
  if (typeof value === 'number' && isInstant(name)) return new Date(value).toISOString();
  if (!isOurs(value, name)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, unpack(member, key)]),
  );
}

/** A list of plain values is named once for all; what stands in a list of objects has names of its own. */
const nameOf = (item: unknown, name: string): string => (typeof item === 'object' ? '' : name);

const isOurs = (value: unknown, name: string): value is object =>
  typeof value === 'object' && value !== null && !VERBATIM.has(name);

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'object' && Object.keys(value).length === 0);
