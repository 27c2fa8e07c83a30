/** Filled in by whoever writes an answer with a template, and shown to them before it is sent. */
export const PLACEHOLDERS = ['trackingCode', 'department', 'dueDate'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const NAMED = /\{([^{}]*)\}/g;

/** Names in braces that nobody fills in: a citizen would read them as they stand. */
export const unknownPlaceholders = (text: string): string[] => {
  const named = [...text.matchAll(NAMED)].map(([, name = '']) => name);
  return [...new Set(named)].filter((name) => !isPlaceholder(name));
};

/** The text with what is known in its places; what is not known yet stays as it is. */
export const fillPlaceholders = (
  text: string,
  known: Readonly<Partial<Record<Placeholder, string>>>,
): string =>
  text.replace(NAMED, (whole, name: string) => (isPlaceholder(name) ? known[name] : null) ?? whole);

const isPlaceholder = (name: string): name is Placeholder =>
  (PLACEHOLDERS as readonly string[]).includes(name);

/** Left open by the template for a person to write: a date, a reason. */
export const GAP = '…';

/** How many places a person still has to write into. */
export const gapsIn = (text: string): number => text.split(GAP).length - 1;
